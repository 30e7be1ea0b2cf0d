import { expect, test } from 'vitest';
import { references } from '../../src/answer/references.ts';

const all = Object.entries(references);

test.each(all)('%s has its authors, year and title, and an address over https', (name, { text, url }) => {
  expect(url).toMatch(/^https:\/\/(?:arxiv\.org\/abs\/\d{4}\.\d{4,5}|docs\.pytorch\.org\/|keras\.io\/)/);
  const [, year] = /(\d{4})$/.exec(name) ?? [];
  if (year) expect(text).toMatch(new RegExp(`^[A-Z].* ${year}, [A-Z]`));
});

test('no address twice', () => {
  const urls = all.map(([, { url }]) => url);
  expect(new Set(urls).size).toBe(urls.length);
});

test('the papers of the design', () => {
  expect(references.howard2017.url).toBe('https://arxiv.org/abs/1704.04861');
  expect(references.chollet2017.url).toBe('https://arxiv.org/abs/1610.02357');
  expect(references.xie2017.url).toBe('https://arxiv.org/abs/1611.05431');
  expect(references.dumoulin2016.url).toBe('https://arxiv.org/abs/1603.07285');
});
