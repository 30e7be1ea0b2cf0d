/**
 * Builds the service with all that it needs of its packages: `npm run build:service`, or into another folder that
 * is given. Reading one file a platform instead of some 700 halves the time until it is ready (bench/start-up.ts);
 * one file for everything took longer than a chunk for each platform, of which only the configured are loaded.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { licencesOf } from './licences-of.ts';

const outdir = process.argv[2] ?? 'dist/service';
rmSync(outdir, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ['adapters/main.ts'],
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  // Sources that are not minified are read as they are; a map leads to their lines all the same.
  sourcesContent: false,
  metafile: true,
  logLevel: 'warning',
  // Native accelerators of discord.js and ws, which do without where they are not installed.
  external: ['zlib-sync', 'bufferutil', 'utf-8-validate'],
  // Packages in CommonJS ask for Node.js's modules by `require`, which a module does not have.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});
writeFileSync(join(outdir, 'LICENCES.txt'), licencesOf(Object.keys(metafile.inputs)));
