import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createCounts } from '../adapters/counts.ts';
import { limits } from '../adapters/http-limits.ts';
import { scopes } from '../adapters/slack/scopes.ts';
import { shippedFacts } from './support/shipped-facts.ts';

const pages = ['README.md', ...readdirSync('docs').map((name) => join('docs', name))].filter((name) =>
  name.endsWith('.md'),
);
const selfHosting = readFileSync('docs/self-hosting.md', 'utf8');
const privacy = readFileSync('docs/privacy.md', 'utf8');

test.each(pages)('%s links to files and headings that are there', (page) => {
  const links = readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g);
  for (const [link, file = '', heading] of links) {
    const target = file === '' ? page : join(dirname(page), file);
    expect(existsSync(target), link).toBe(true);
    if (heading !== undefined) {
      const headings = (readFileSync(target, 'utf8').match(/^#+ .*/gm) ?? []).map((line) =>
        line.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-'),
      );
      expect(headings, link).toContain(heading);
    }
  }
});

test('self-hosting names variables that exist, and the limits as they are', () => {
  const named = selfHosting.match(/\b(?:HOST|PORT|LOG_LEVEL|(?:SLACK|DISCORD)_[A-Z_]+)\b/g) ?? [];
  expect(named.length).toBeGreaterThan(10);
  for (const name of named) expect(shippedFacts.variables).toContain(name);
  const { headersTimeout, requestTimeout, keepAliveTimeout, mostConnections, mostRequestsOfConnection } =
    limits;
  const text = selfHosting.replace(/\s+/g, ' ');
  expect(text).toContain(
    `${headersTimeout / 1_000} s for headers, ${requestTimeout / 1_000} s for a request`,
  );
  expect(text).toContain(
    `${mostConnections.toLocaleString('en')} connections, ${mostRequestsOfConnection.toLocaleString('en')} requests a connection`,
  );
  expect(text).toContain(`kept for ${keepAliveTimeout / 1_000} s`);
});

test.each([
  ['.env.example', readFileSync('.env.example', 'utf8')],
  ['the table of self-hosting', selfHosting],
])('%s has every variable that the configuration reads', (_, text) => {
  const sources = ['adapters/config.ts', 'adapters/discord/discord-config.ts'];
  const read = sources.flatMap(
    (file) => readFileSync(file, 'utf8').match(/\b[A-Z]+(?:_[A-Z]+)*(?=: z\b)/g) ?? [],
  );
  expect(read.length).toBeGreaterThan(10);
  for (const name of read) expect(text).toMatch(new RegExp(`\\b${name}\\b`));
});

test('what is kept is said in the same words wherever it is said', () => {
  const sentence = 'Nothing is written to disk; the last answers stay in memory until a restart';
  for (const page of ['README.md', 'docs/privacy.md']) {
    const text = readFileSync(page, 'utf8').replace(/\s+/g, ' ');
    expect(text, page).toContain(sentence);
    expect(text, page).not.toMatch(/nothing is kept|forgets it\./);
  }
});

test('privacy and self-hosting tell of the playground', () => {
  expect(privacy).toMatch(/`localStorage`[\s\S]*Block Kit Builder/);
  expect(selfHosting).toMatch(/location = \/ \{[\s\S]*location \/assets\/ \{/);
});

test('self-hosting names metrics that are counted, and all that are ours', async () => {
  const counts = createCounts();
  counts.watchProcess();
  const exposition = await counts.exposition();
  const existing = [...exposition.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  const named = (selfHosting.match(/\b(?:convparams|nodejs)_[a-z0-9_]+/g) ?? []).map((name) =>
    name.replace(/_bucket$/, ''),
  );
  for (const name of named) expect(existing).toContain(name === 'nodejs_' ? 'nodejs_version_info' : name);
  expect(named).toEqual(expect.arrayContaining(existing.filter((name) => name?.startsWith('convparams_'))));
});

test('privacy gives Slack’s scopes and their reasons as the manifest has them', () => {
  const rows = Object.entries(scopes).map(([scope, reason]) => `| \`${scope}\` | ${reason} |`);
  expect(privacy).toContain(rows.join('\n'));
});
