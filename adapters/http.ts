import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Adapter, Routes } from './adapter.ts';
import { faultReport } from './fault.ts';
import { limits } from './http-limits.ts';
import type { Log } from './log.ts';
import { operatorRoutes } from './operator-routes.ts';
import { securityHeaders } from './security-headers.ts';
import { refuse } from './send.ts';

/**
 * The project's one HTTP server: the adapters' routes, and what an operator asks for. Clients that are slow or
 * huge are cut off. It does not listen yet.
 */
export function httpServer(adapters: readonly Adapter[], log: Log): Server {
  const adaptersRoutes: Routes = Object.assign({}, ...adapters.map(({ routes }) => routes));
  const routes: Routes = { ...operatorRoutes(adapters, log), ...adaptersRoutes };
  const methods = methodsByPath(routes);
  const { mostIdle, mostConnections, mostHeaders, mostRequestsOfConnection, ...options } = limits;
  const server = createServer(options, async (request, response) => {
    const { method = '', url = '' } = request;
    const query = url.indexOf('?');
    const path = query === -1 ? url : url.slice(0, query);
    const route = `${method} ${path}`;
    const handler = Object.hasOwn(routes, route) ? routes[route] : undefined;
    // First, so that an adapter can set others.
    for (const [name, value] of securityHeaders) response.setHeader(name, value);
    try {
      if (handler) await handler(request, response);
      else refuseUnrouted(response, methods.get(path));
    } catch (error) {
      const { id } = faultReport();
      log.error({ err: error, fault: id, path }, 'a request failed');
      refuse(response, 500);
    }
    const { statusCode: status } = response;
    if (status < 400) return;
    log.counts.refusal(handler ? route : 'none', status);
    if (Object.hasOwn(adaptersRoutes, route)) log.info({ route, status }, 'a request was refused');
  });
  server.timeout = mostIdle;
  server.maxConnections = mostConnections;
  server.maxHeadersCount = mostHeaders;
  server.maxRequestsPerSocket = mostRequestsOfConnection;
  server.on('drop', () => log.counts.droppedConnection());
  return server;
}

function refuseUnrouted(response: ServerResponse, allowed: string | undefined): void {
  if (allowed !== undefined) response.setHeader('allow', allowed);
  refuse(response, allowed === undefined ? 404 : 405, { close: true });
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
