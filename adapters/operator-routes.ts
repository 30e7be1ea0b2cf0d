import type { Adapter, RequestHandler, Routes } from './adapter.ts';
import type { Log } from './log.ts';
import { send } from './send.ts';

/**
 * What an operator asks for: whether the process lives (`GET /healthz`), whether it can answer (`GET /readyz`:
 * 200 if every adapter can, else 503, each adapter by name; `?any`: 200 if any can), and what it has counted
 * (`GET /metrics`).
 */
export function operatorRoutes(adapters: readonly Adapter[], { counts }: Pick<Log, 'counts'>): Routes {
  const healthz: RequestHandler = (_request, response) => send(response, 200, '{"status":"ok"}');
  const remote = adapters.filter(({ isLocal }) => !isLocal);
  // A proxy that sends nothing more to one platform sends nothing to the others either. The page is always
  // ready, and would hide that none of them can answer yet.
  const isAnyReady = () => (remote.length > 0 ? remote : adapters).some((adapter) => adapter.isReady());
  const readyz: RequestHandler = ({ url = '' }, response) => {
    const states = Object.fromEntries(
      adapters.map(({ name, isReady }) => [name, isReady() ? 'ready' : 'not ready']),
    );
    const isAny = new URLSearchParams(url.split('?')[1]).has('any');
    const isReady = isAny ? isAnyReady() : adapters.every((adapter) => adapter.isReady());
    send(
      response,
      isReady ? 200 : 503,
      JSON.stringify({ status: isReady ? 'ready' : 'not ready', ...states }),
    );
  };
  const metrics: RequestHandler = async (_request, response) => {
    for (const { name, isReady } of adapters) counts.ready(name, isReady());
    send(response, 200, await counts.exposition(), counts.contentType);
  };
  return {
    'GET /healthz': healthz,
    'GET /readyz': readyz,
    'GET /metrics': metrics,
    'HEAD /healthz': healthz,
    'HEAD /readyz': readyz,
  };
}
