import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { drawAnswer } from '../../../adapters/discord/draw/draw-answer.ts';
import { ask } from '../../../src/ask.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const bundled = () =>
  build({
    stdin: {
      contents: `export { ask } from './src/ask.ts'; export { drawAnswer } from './adapters/discord/draw/draw-answer.ts';`,
      resolveDir: root,
    },
    absWorkingDir: root,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'convparams',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });

test('the drawing is made of src, of itself, and of packages that run anywhere', async () => {
  const { metafile } = await bundled();
  const foreign = Object.keys(metafile.inputs).filter(
    (input) =>
      !/^(?:src|adapters\/discord\/draw)\/|^node_modules\/(?:fastest-levenshtein|fflate)\/|^<stdin>$/.test(
        input,
      ),
  );
  expect(foreign).toEqual([]);
});

test('a page draws the very message that a chat would get', async () => {
  const { outputFiles } = await bundled();
  const context = createContext({});
  new Script(outputFiles[0]?.text ?? '').runInContext(context);
  const drawn = new Script(
    `JSON.stringify(convparams.drawAnswer(convparams.ask('3 64 128 @56'), { audience: 'public', locale: 'de' }))`,
  ).runInContext(context);
  expect(drawn).toBe(JSON.stringify(drawAnswer(ask('3 64 128 @56'), { audience: 'public', locale: 'de' })));
});
