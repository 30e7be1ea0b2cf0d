import { createServer, type Server } from 'node:http';
import type { Adapter, RequestHandler, Routes } from './adapter.ts';
import { faultReport } from './fault.ts';
import type { Log } from './log.ts';
import { refuse, send } from './send.ts';

// A client that is slower than this holds a connection for nothing: Slack and Discord give up after 3 s.
const requestTimeout = 10_000;
const headersTimeout = 5_000;
/** Longer than the idle time of the usual load balancers (60 s), so that they close first. */
const keepAliveTimeout = 65_000;

/**
 * The project's one HTTP server: the adapters' routes, and whether it lives (`GET /healthz`) and can answer
 * (`GET /readyz`: 200 if every adapter can, else 503, each adapter by name). It does not listen yet.
 */
export function httpServer(adapters: readonly Adapter[], log: Log): Server {
  const routes: Routes = { ...healthRoutes(adapters), ...Object.assign({}, ...adapters.map(routesOf)) };
  const methods = methodsByPath(routes);
  return createServer({ requestTimeout, headersTimeout, keepAliveTimeout }, async (request, response) => {
    const { method = '', url = '' } = request;
    const query = url.indexOf('?');
    const path = query === -1 ? url : url.slice(0, query);
    const handler = Object.hasOwn(routes, `${method} ${path}`) ? routes[`${method} ${path}`] : undefined;
    try {
      if (handler) await handler(request, response);
      else if (methods.has(path)) {
        response.setHeader('allow', methods.get(path) ?? '');
        refuse(response, 405, { close: true });
      } else refuse(response, 404, { close: true });
    } catch (error) {
      const { id } = faultReport();
      log.error({ err: error, fault: id, path }, 'a request failed');
      refuse(response, 500);
    }
  });
}

function routesOf({ routes }: Adapter): Routes {
  return routes;
}

function healthRoutes(adapters: readonly Adapter[]): Routes {
  const healthz: RequestHandler = (_request, response) => send(response, 200, '{"status":"ok"}');
  const readyz: RequestHandler = (_request, response) => {
    const states = Object.fromEntries(
      adapters.map(({ name, isReady }) => [name, isReady() ? 'ready' : 'not ready']),
    );
    const isReady = adapters.every((adapter) => adapter.isReady());
    send(
      response,
      isReady ? 200 : 503,
      JSON.stringify({ status: isReady ? 'ready' : 'not ready', ...states }),
    );
  };
  return { 'GET /healthz': healthz, 'GET /readyz': readyz, 'HEAD /healthz': healthz, 'HEAD /readyz': readyz };
}

function methodsByPath(routes: Routes): Map<string, string> {
  const methods = new Map<string, string>();
  for (const route of Object.keys(routes)) {
    const [method = '', path = ''] = route.split(' ');
    const known = methods.get(path);
    methods.set(path, known === undefined ? method : `${known}, ${method}`);
  }
  return methods;
}
