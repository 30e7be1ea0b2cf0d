// Runs a TypeScript file: Node.js 20 can't do that alone, and esbuild is here anyway.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const [file, ...args] = process.argv.slice(2);
// Below the project's folder, so that packages are found.
const folder = mkdtempSync(join('node_modules', '.script-'));
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
