// Runs a TypeScript file: Node.js 20 can't do that alone, and esbuild is here anyway. Packages are not bundled,
// as some are no modules; so the bundle lies where Node.js finds them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const [file, ...args] = process.argv.slice(2);
const cache = join('node_modules', '.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(cache, 'convparams-'));
const outfile = join(folder, 'script.mjs');
buildSync({
  entryPoints: [file],
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outfile,
});
try {
  execFileSync(process.execPath, [outfile, ...args], { stdio: 'inherit' });
} catch (error) {
  process.exitCode = error.status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
