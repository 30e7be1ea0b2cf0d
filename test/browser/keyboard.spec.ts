import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '../../adapters/web/address.ts';
import { type Playground, playground } from './support/playground.ts';

let site: Playground;
beforeAll(async () => {
  site = await playground();
});
afterEach(async () => expect(await site.faults()).toEqual([]));
afterAll(() => site.stop());

/** What has the focus: its id, or what it says. */
function focus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: element } = document;
    return element?.id || element?.textContent?.trim().slice(0, 30) || '';
  });
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('Tab goes from the line over examples and fields to the answer, and every stop is seen', async () => {
  const page = await site.open();
  await page.locator('#line').focus();
  const stops: string[] = [];
  for (let step = 0; step < 24; step += 1) {
    await press(page, 'Tab');
    stops.push(await focus(page));
    const isSeen = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
    });
    expect(isSeen, stops.at(-1)).toBe(true);
  }
  expect(stops).toEqual([
    '7 512 512 nobias',
    '3x3 128->256 g=32 @56',
    '5 32 64 vs 3 32 64',
    '3 3 32 s2 @224 + 3 dw + 1 64',
    'nn.Conv2d(512, 512, 7, bias=Fa',
    'explain separable',
    'Layer',
    'field-kernel',
    'field-in',
    'field-out',
    'field-bias',
    'field-groups',
    'field-stride',
    'field-padding',
    'field-dilation',
    'field-input',
    'field-convention',
    'tab-answer',
    'Howard et al. 2017, MobileNets',
    'Chollet 2017, Xception',
    'With bias',
    'At 56×56',
    '32 groups',
    'Against 3×3',
  ]);
});

test('the first stop leads past everything to the answer', async () => {
  const page = await site.open();
  await press(page, 'Tab');
  expect(await focus(page)).toBe('Skip to the answer');
  await press(page, 'Enter');
  expect(await focus(page)).toBe('panel-answer');
  expect(await page.locator('#line').inputValue()).toBe('7 512 512 nobias');
  await press(page, 'Tab');
  expect(await focus(page)).toBe('Howard et al. 2017, MobileNets');
});

test.each([
  ['answer', 'Conv2d 7×7 · 512 → 512 · no bi'],
  ['slack', 'panel-slack'],
  ['discord', 'panel-discord'],
] as const)('a button in the tab %s leaves the focus at the new answer', async (tab, place) => {
  const page = await site.open(hashOf({ question: '7 512 512 nobias', tab }));
  await page.getByRole('button', { name: 'At 56×56' }).focus();
  await press(page, 'Enter');
  await page.locator(`#panel-${tab}`).getByRole('button', { name: 'FLOPs' }).waitFor();
  expect(await focus(page)).toBe(place);
  expect(await page.locator('#line').inputValue()).toBe('7 512 512 nobias @56');
});

describe('the tabs', () => {
  test.each([
    [['ArrowRight'], 'tab-slack'],
    [['ArrowRight', 'ArrowRight'], 'tab-discord'],
    [['ArrowLeft'], 'tab-json'],
    [['End'], 'tab-json'],
    [['End', 'ArrowRight'], 'tab-answer'],
    [['End', 'Home'], 'tab-answer'],
  ])('%s leads to %s', async (keys, tab) => {
    const page = await site.open();
    await page.locator('#tab-answer').focus();
    await press(page, ...keys);
    expect(await focus(page)).toBe(tab);
    expect(await page.locator(`#${tab}`).getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('[role=tab][tabindex="0"]').count()).toBe(1);
    expect(await page.locator('[role=tabpanel]:visible').getAttribute('aria-labelledby')).toBe(tab);
  });
});

test('a box is reached by keyboard exactly while it scrolls, and says what it is', async () => {
  const page = await site.open(hashOf({ question: '3x3 128->256 g=32 @56', tab: 'answer' }));
  const regions = () =>
    page
      .locator('#panel-answer [role=region][tabindex="0"]')
      .evaluateAll((all) => all.map((box) => box.ariaLabel));
  expect(await regions()).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(regions).toEqual([expect.stringMatching(/^Table: Variant, Parameters/)]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect.poll(regions).toEqual([]);
});

test('Enter settles a question of one line, and breaks a line of code', async () => {
  const page = await site.open();
  await page.locator('#line').fill('3 64 64');
  await press(page, 'Enter');
  expect(await page.locator('#line').inputValue()).toBe('3 64 64');
  expect(page.url()).toContain('#q=3+64+64');
  await press(page, 'Shift+Enter');
  expect(await page.locator('#line').inputValue()).toBe('3 64 64\n');
});

test('a screen reader is told the lead once the typing pauses, and each control has a name', async () => {
  const page = await site.open();
  await page.locator('#line').fill('3 64 64');
  const status = page.getByRole('status');
  await status.filter({ hasText: 'Separable needs 4,800 parameters instead of 36,928' }).waitFor();
  const names = await page.getByRole('textbox').evaluateAll((all) =>
    // The locator finds nothing else.
    all.map((control) => (control as HTMLInputElement).labels?.[0]?.textContent ?? ''),
  );
  expect(names).not.toContain('');
});
