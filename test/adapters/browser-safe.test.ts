import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Renderers: pure functions that a page can call, so that it shows the very message that a chat would get. */
const renderers = [
  'adapters/discord/draw',
  'adapters/slack/calculator',
  'adapters/slack/draw',
  'adapters/web/draw',
];

/** Packages that run anywhere. */
const browserSafe = ['fastest-levenshtein', 'fflate'];

const files = renderers.flatMap((folder) =>
  readdirSync(new URL(`../../${folder}`, import.meta.url)).map((name) => `${folder}/${name}`),
);

test('there are renderers', () => {
  expect(files.length).toBeGreaterThan(10);
});

test.each(files)('%s needs neither Node.js nor an SDK', async (file) => {
  const { metafile, outputFiles } = await build({
    entryPoints: [`${root}/${file}`],
    absWorkingDir: root,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const foreign = Object.keys(metafile.inputs).filter(
    (input) =>
      input.startsWith('node_modules/') &&
      !browserSafe.some((name) => input.startsWith(`node_modules/${name}/`)),
  );
  expect(foreign).toEqual([]);
  expect(outputFiles[0]?.text).not.toMatch(/\brequire\(|\bnode:|\bBuffer\b|\bprocess\b/);
});
