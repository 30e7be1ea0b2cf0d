// Runs a TypeScript file: Node.js 20 can't do that alone, and esbuild is here anyway.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const [file, ...args] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'convparams-'));
const outfile = join(folder, 'script.mjs');
buildSync({
  entryPoints: [file],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outfile,
  // Packages in CommonJS ask for Node's modules by require, which a module in ESM does not have.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});
try {
  execFileSync(process.execPath, [outfile, ...args], { stdio: 'inherit' });
} catch (error) {
  process.exitCode = error.status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
