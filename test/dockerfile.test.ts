import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { shippedFacts } from './support/shipped-facts.ts';

const { port, routes, packageFile } = shippedFacts;
const instructions = readFileSync('Dockerfile', 'utf8')
  .replaceAll('\\\n', '')
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line));
const stages = instructions.join('\n').split(/^(?=FROM )/m);
const last = stages.at(-1) ?? '';

test('has two stages on one pinned release of Node.js that the package runs on', () => {
  const bases = stages.map((stage) => /^FROM (\S+)/.exec(stage)?.[1]);
  expect(bases).toHaveLength(2);
  expect(bases[0]).toBe(bases[1]);
  expect(bases[0]).toMatch(/^node:(?:20|22|24)\.\d+\.\d+-[a-z]+-slim$/);
  expect(packageFile.engines.node).toBe('>=20.19');
});

test('copies files that are there, and none that .dockerignore keeps out', () => {
  const copied = instructions
    .filter((line) => /^COPY (?!--from)/.test(line))
    .flatMap((line) => line.split(/\s+/).slice(1, -1));
  expect(copied.length).toBeGreaterThan(5);
  const allowed = readFileSync('.dockerignore', 'utf8').match(/(?<=^!).*/gm) ?? [];
  for (const file of copied) {
    expect(existsSync(file), file).toBe(true);
    expect(allowed, file).toContain(file.replace(/^\.\//, ''));
  }
  for (const name of ['.env', 'node_modules', '.git', 'test']) expect(allowed).not.toContain(name);
});

test('copies every folder whose files the build reads', () => {
  for (const folder of ['src', 'adapters', 'scripts'])
    expect(stages[0]).toContain(`COPY ${folder} ./${folder}\n`);
  expect(last).toContain('COPY --from=build /convparams/dist ./dist');
});

test('does not run as root, and without a shell', () => {
  expect(last).toMatch(/^USER 1000:1000$/m);
  expect(last.indexOf('\nUSER ')).toBeLessThan(last.indexOf('\nCMD '));
  expect(last).not.toMatch(/^RUN /m);
  expect(last).toMatch(/^CMD \["node", "dist\/service\/main\.js"\]$/m);
});

test('says the port that the service listens on, on all interfaces', () => {
  expect(last).toMatch(new RegExp(`^EXPOSE ${port}$`, 'm'));
  expect(last).toMatch(new RegExp(`^ENV .*HOST=0\\.0\\.0\\.0 PORT=${port}\\b`, 'm'));
});

test('asks a route that exists for its health, by a program that can be run', () => {
  const [, command] = /^HEALTHCHECK .*CMD (\[.*\])$/m.exec(last) ?? [];
  const [node, flag, program] = z.array(z.string()).parse(JSON.parse(command ?? ''));
  expect([node, flag]).toEqual(['node', '--eval']);
  expect(() => new Function(program ?? '')).not.toThrow();
  const [, path] = /(\/\w+)`\)/.exec(program ?? '') ?? [];
  expect(routes).toContain(`GET ${path}`);
});
