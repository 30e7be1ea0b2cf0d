import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hashOf } from '../../adapters/web/address.ts';
import { tabNames } from '../../adapters/web/tab-names.ts';
import { drawn } from './support/drawn.ts';
import { type Playground, playground } from './support/playground.ts';
import { questions } from './support/questions.ts';

let site: Playground;
beforeAll(async () => {
  site = await playground();
});
afterEach(async () => expect(await site.faults()).toEqual([]));
afterAll(() => site.stop());

describe('on a phone', () => {
  test.each(tabNames)('nothing is wider than the screen in the tab %s', async (tab) => {
    const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
    const page = await site.open(hashOf({ question: '', tab }), phone);
    for (const [name, question] of Object.entries(questions)) {
      await page.locator('#line').fill(question);
      await drawn(page, tab);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, name).toBe(360);
    }
  });

  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

  test.each([
    ['7 512 512 nobias', 'the lead and all of the table', '.numbers tbody tr:last-child'],
    ['3x3 128->256 g=32 @56', 'a long lead and the first row of the table', '.numbers tbody tr:first-child'],
  ])('the first screen of %s has %s', async (question, _, last) => {
    const page = await site.open(hashOf({ question, tab: 'answer' }), phone);
    const row = await page.locator(last).boundingBox();
    expect((row?.y ?? 740) + (row?.height ?? 0)).toBeLessThan(740);
  });

  test('the fields open on demand, and are large enough that the browser does not zoom', async () => {
    const page = await site.open('#q=7+512+512+nobias', phone);
    expect(await page.locator('#field-kernel').isVisible()).toBe(false);
    await page.locator('.layer summary').click();
    expect(await page.locator('#field-kernel').isVisible()).toBe(true);
    for (const control of await page.locator('textarea, input, select').all())
      expect(
        await control.evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize)),
      ).toBeGreaterThanOrEqual(16);
  });
});

describe('the panel of the fields', () => {
  const isOpen = (page: Page) => page.locator('#field-kernel').isVisible();

  test('is closed while there is nothing in them, and stays as somebody wants it', async () => {
    const page = await site.open('#q=7+512+512+nobias');
    expect(await isOpen(page)).toBe(true);
    await page.locator('#line').fill('help');
    expect(await isOpen(page)).toBe(false);
    await page.locator('.layer summary').click();
    await page.locator('#line').fill('explain separable');
    expect(await isOpen(page)).toBe(true);
    await page.locator('#line').fill('explain bias');
    await page.locator('#line').fill('3 64 64');
    expect(await isOpen(page)).toBe(true);
  });

  test('follows the width of the window', async () => {
    const page = await site.open('#q=7+512+512+nobias');
    await page.setViewportSize({ width: 600, height: 900 });
    await expect.poll(() => isOpen(page)).toBe(false);
    await page.setViewportSize({ width: 1280, height: 900 });
    await expect.poll(() => isOpen(page)).toBe(true);
  });
});

test('with forced colours the selected tab alone has a line', async () => {
  const page = await site.open('', { forcedColors: 'active' });
  const widths = await page
    .getByRole('tab')
    .evaluateAll((all) => all.map((tab) => getComputedStyle(tab).borderBottomWidth));
  expect(widths).toEqual(['4px', '0px', '0px', '0px']);
});

describe('light and dark', () => {
  const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  test('follow the system until somebody chooses', async () => {
    const page = await site.open('', { colorScheme: 'dark' });
    const dark = await ground(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(() => ground(page)).not.toBe(dark);
  });

  test('are remembered once they are chosen', async () => {
    const page = await site.open('', { colorScheme: 'light' });
    const light = await ground(page);
    await page.getByRole('button', { name: 'Change to dark colours' }).click();
    const dark = await ground(page);
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await ground(page)).toBe(dark);
    expect(await page.getByRole('button', { name: 'Change to light colours' }).textContent()).toBe('Light');
  });

  test('reach the previews', async () => {
    const page = await site.open('#q=3+64+64&tab=slack', { colorScheme: 'light' });
    await drawn(page, 'slack');
    const colour = () =>
      page
        .locator('.slack_blocks_to_jsx__rich_text')
        .first()
        .evaluate((block) => getComputedStyle(block).color);
    const light = await colour();
    await page.getByRole('button', { name: 'Change to dark colours' }).click();
    expect(await colour()).not.toBe(light);
  });
});

test('the bars are thin lines, as long as their shares, and no number is cut', async () => {
  const page = await site.open('#q=5+32+64+vs+3+32+64');
  const boxes = await page
    .locator('.bars .bar')
    .evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect()));
  const [whole, part] = boxes;
  expect(whole?.height).toBeLessThan(20);
  expect((part?.width ?? 0) / (whole?.width ?? 1)).toBeCloseTo(18_496 / 51_264, 2);
  expect(await page.locator('.bars .value').allTextContents()).toEqual(['51,264', '18,496']);
});

test('in print there is the answer, and nothing that can be pressed', async () => {
  const page = await site.open('#q=7+512+512+nobias', { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.lead').isVisible()).toBe(true);
  for (const button of await page.locator('button').all()) expect(await button.isVisible()).toBe(false);
});

test('in print there is the message of a dark preview in light colours, without its JSON', async () => {
  const page = await site.open('#q=7+512+512+nobias&tab=slack', { colorScheme: 'dark' });
  await drawn(page, 'slack');
  const text = page.locator('.slack_blocks_to_jsx__rich_text').first();
  const colour = () => text.evaluate((block) => getComputedStyle(block).color);
  const dark = await colour();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
  expect(await colour()).not.toBe(dark);
  expect(await page.locator('#slack-json').isVisible()).toBe(false);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await colour()).toBe(dark);
});

test('the first load is under 300 kB, and the previews come when they are looked at', async () => {
  const page = await site.open();
  const sizes = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .concat(performance.getEntriesByType('navigation'))
        // Entries of these two types are resource timings.
        .map((entry) => (entry as PerformanceResourceTiming).encodedBodySize),
    );
  const sum = (all: number[]) => all.reduce((total, size) => total + size, 0);
  await page.waitForLoadState('networkidle');
  const first = sum(await sizes());
  expect(first).toBeGreaterThan(50_000);
  expect(first).toBeLessThan(300_000);
  await page.getByRole('tab', { name: 'Slack' }).click();
  await drawn(page, 'slack');
  expect(sum(await sizes()) - first).toBeGreaterThan(100_000);
});
