import { fileURLToPath } from 'node:url';
import type { Adapter, Routes } from '../adapter.ts';
import { readSite } from './read-site.ts';
import { serveFile } from './serve-file.ts';

/** Beside the program's own folder: dist/service/main.js and dist/web. */
const built = fileURLToPath(new URL('../web', import.meta.url));

/** The playground: a static page, whose every answer is computed in the browser. */
export function webAdapter(folder = built): Adapter {
  const files = readSite(folder);
  const routes: Routes = Object.fromEntries(
    files.flatMap((file) => {
      const handler = serveFile(file);
      return [
        [`GET ${file.path}`, handler],
        [`HEAD ${file.path}`, handler],
      ];
    }),
  );
  const isBuilt = Object.hasOwn(routes, 'GET /');
  return {
    name: 'web',
    routes,
    start: async () => {
      if (!isBuilt) throw new Error(`${folder} has no page: npm run build:web, and start again`);
    },
    stop: async () => {},
    isReady: () => isBuilt,
    isLocal: true,
  };
}
