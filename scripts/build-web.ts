/** Builds the playground into dist/web: `npm run build:web`. */
import { buildPage } from './build-page.ts';

await buildPage(process.cwd(), 'dist/web');
