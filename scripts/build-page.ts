import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { pagePolicy } from '../adapters/web/content-security-policy.ts';
import { compress } from './compress.ts';
import { licencesOf } from './licences-of.ts';

const web = 'adapters/web';

/** What index.html names, and the source of it. */
const named = {
  'main.js': `${web}/page/main.ts`,
  'theme-first.js': `${web}/page/theme-first.ts`,
  'page.css': `${web}/styles/page.css`,
  'slack.css': `${web}/styles/slack.css`,
  'icon.svg': `${web}/icon.svg`,
  'inter.woff2': 'node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  'mono.woff2': 'node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2',
} as const;

/**
 * Builds the page into a folder, for any static host and any path below it. All but index.html have a hash of
 * their content in their names, and compressed copies beside them.
 */
export async function buildPage(root: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const { 'theme-first.js': classic, ...modules } = named;
  const shared = {
    absWorkingDir: root,
    outdir: folder,
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/[name]-[hash]',
    assetNames: 'assets/[name]-[hash]',
    bundle: true,
    // A linked node_modules keeps its own path, by which index.html names fonts.
    preserveSymlinks: true,
    minify: true,
    target: 'es2022',
    loader: { '.svg': 'copy', '.woff2': 'copy' },
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'eof',
    metafile: true,
    logLevel: 'warning',
  } as const satisfies BuildOptions;
  const built = [
    await build({ ...shared, entryPoints: Object.values(modules), format: 'esm', splitting: true }),
    // What has to run before the first paint is no module: those wait until the page is read.
    await build({ ...shared, entryPoints: [classic], format: 'iife' }),
  ];
  const outputs = Object.assign({}, ...built.map(({ metafile }) => metafile.outputs));
  const page = readFileSync(join(root, web, 'index.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), filled(page, outputs));
  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync(join(folder, 'LICENCES.txt'), licencesOf(inputs, root));
  compress(folder);
}

/** The page with the names that its files have this time, relative to wherever it is. */
function filled(page: string, outputs: Metafile['outputs']): string {
  const names = new Map(
    Object.entries(outputs).map(([output, { entryPoint, inputs }]) => [
      entryPoint ?? Object.keys(inputs)[0],
      `./assets/${basename(output)}`,
    ]),
  );
  return page.replace(/\{\{(.+?)\}\}/g, (_, name: string) => {
    if (name === 'policy') return pagePolicy;
    const source = Object.entries(named).find(([known]) => known === name)?.[1];
    const built = names.get(source);
    if (built === undefined) throw new Error(`index.html names {{${name}}}, which is not built`);
    return built;
  });
}
