import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '../../adapters/web/address.ts';
import { tabNames } from '../../adapters/web/tab-names.ts';
import { drawn } from './support/drawn.ts';
import { type Playground, playground } from './support/playground.ts';
import { questions } from './support/questions.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: Playground;
beforeAll(async () => {
  site = await playground();
});
afterEach(async () => expect(await site.faults()).toEqual([]));
afterAll(() => site.stop());

/** As many rows as show every kind of them: axe takes seconds for the hundred of a ResNet. */
const shortModel = 'nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.ReLU(), nn.Linear(8, 2))';

const desktop = { viewport: { width: 1280, height: 900 } };
/** Where boxes scroll. */
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };

describe.each([
  ['light', { ...desktop, colorScheme: 'light' }],
  ['dark', { ...desktop, colorScheme: 'dark' }],
  ['on a phone', phone],
] as const)('axe finds no violation, %s', (_, options) => {
  test.each(tabNames)('in the tab %s', async (tab) => {
    // axe is put into the page by the test, which the page's own policy would not let anybody do.
    const page = await site.open(hashOf({ question: '', tab }), { ...options, bypassCSP: true });
    await page.addScriptTag({ content: axe });
    for (const [name, question] of Object.entries({ ...questions, 'a model': shortModel })) {
      await page.locator('#line').fill(question);
      await drawn(page, tab);
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      expect(found, name).toEqual([]);
    }
  });
});
