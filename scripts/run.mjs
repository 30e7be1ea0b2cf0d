// Runs a TypeScript file: Node.js 20 can't do that alone, and esbuild is here anyway.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const [file, ...args] = process.argv.slice(2);
// Below node_modules, so that packages are found; not all of them can be bundled, esbuild itself for one.
const folder = mkdtempSync(resolve('node_modules/.convparams-'));
const outfile = join(folder, 'script.mjs');
const options = { bundle: true, packages: 'external', platform: 'node', target: 'node20', format: 'esm' };
buildSync({ entryPoints: [file], outfile, ...options });
try {
  execFileSync(process.execPath, [outfile, ...args], { stdio: 'inherit' });
} catch (error) {
  process.exitCode = error.status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
