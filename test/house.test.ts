import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, Script } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { plain } from '../src/answer/plain.ts';
import { ask } from '../src/ask.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

/** Packages that src/ may import: they run anywhere, and are listed in package.json. */
const browserSafe = ['fastest-levenshtein'];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => [name, readFileSync(join(src, name), 'utf8')] as const);

test('src has files, all of them TypeScript', () => {
  expect(files.length).toBeGreaterThan(50);
  const others = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.ts'))
    .map(({ name }) => name);
  expect(others).toEqual([]);
});

test('the packages that src may import are bundled: what is installed needs no other', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(dependencies).toBeUndefined();
  for (const name of browserSafe) expect(Object.keys(devDependencies)).toContain(name);
});

test('the breaches are found', () => {
  expect(breaches('a.ts', "import { readFileSync } from 'node:fs';")).toEqual(['node:fs']);
  expect(breaches('a.ts', "import fs from 'fs';")).toEqual(['fs']);
  expect(breaches('a.ts', "export * from '../adapters/slack/app.ts';")).toEqual(['../adapters/slack/app.ts']);
  expect(breaches('answer/a.ts', "import { b } from '../../test/b.ts';")).toEqual(['../../test/b.ts']);
  expect(breaches('a.ts', "import type { App } from '@slack/bolt';")).toEqual(['@slack/bolt']);
  expect(breaches('a.ts', "import 'discord.js';\nimport {\n  a,\n} from 'zod';")).toEqual([
    'discord.js',
    'zod',
  ]);
  expect(breaches('a.ts', "const a = await import('node:vm'); require('os');")).toEqual(['node:vm', 'os']);
  expect(breaches('a.ts', 'const a = await import(name);')).toEqual(['import(name)']);
  expect(breaches('answer/a.ts', "import { b } from '../b.ts'; import 'fastest-levenshtein';")).toEqual([]);
});

test.each(files)('%s imports nothing but src and what runs anywhere', (name, text) => {
  expect(breaches(name, text)).toEqual([]);
});

test.each(files)('%s does no I/O, and reads no clock', (_, text) => {
  const globals =
    /\b(?:process|Buffer|console|globalThis|fetch|setTimeout|setInterval|localStorage|performance|crypto)\b *[.([]|\bDate\b|\bMath\.random\b/;
  expect(withoutComments(text)).not.toMatch(globals);
});

describe('the bundle for a browser', () => {
  const bundled = () =>
    build({
      entryPoints: [join(src, 'index.ts')],
      absWorkingDir: root,
      bundle: true,
      platform: 'browser',
      target: 'es2022',
      format: 'iife',
      globalName: 'convparams',
      metafile: true,
      write: false,
      logLevel: 'silent',
    });

  test('is made of src and of the packages alone', async () => {
    const { metafile } = await bundled();
    const foreign = Object.keys(metafile.inputs).filter(
      (input) =>
        !input.startsWith('src/') && !browserSafe.some((name) => input.startsWith(`node_modules/${name}/`)),
    );
    expect(foreign).toEqual([]);
  });

  test('imports nothing', async () => {
    const { metafile, outputFiles } = await bundled();
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
    expect(imports).toEqual([]);
    expect(outputFiles[0]?.text ?? '').not.toMatch(/\brequire\(|\bnode:/);
  });

  test('answers where there is nothing but ECMAScript', async () => {
    const { outputFiles } = await bundled();
    const question = '7 512 512 nobias';
    const context = createContext(Object.create(null));
    const run = (code: string): unknown => new Script(code).runInContext(context);
    // V8 gives every context these two, which the language does not have.
    run('delete globalThis.console; delete globalThis.WebAssembly;');
    expect(run('typeof console + typeof process + typeof URL + typeof setTimeout')).toBe(
      'undefined'.repeat(4),
    );
    run(outputFiles[0]?.text ?? '');
    const json = run(`JSON.stringify(convparams.ask(${JSON.stringify(question)}))`);
    expect(json).toBe(JSON.stringify(ask(question)));
    expect(run(`convparams.plain(convparams.ask(${JSON.stringify(question)}))`)).toBe(plain(ask(question)));
  });
});

/** Imports of a file of src that it must not have. */
function breaches(name: string, text: string): string[] {
  return specifiersOf(withoutComments(text)).filter((specifier) => {
    if (specifier.startsWith('.')) {
      const path = relative(src, resolve(dirname(join(src, name)), specifier));
      return path.startsWith('..') || !path.endsWith('.ts');
    }
    return builtinModules.includes(specifier) || !browserSafe.includes(specifier);
  });
}

/** What a file imports, in every form that the language has; a computed name as it is written. */
function specifiersOf(text: string): string[] {
  const imports = text.matchAll(
    /\b(?:import|export)\b[^'"`;()]*?\bfrom\s*(['"])(.*?)\1|\bimport\s*(['"])(.*?)\3|\b(?:import|require)\s*\(\s*(?:(['"])(.*?)\5\s*\)|[^)]*\))/g,
  );
  return [...imports].map((found) => found[2] ?? found[4] ?? found[6] ?? found[0]);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"])\/\/.*$/gm, '');
}
