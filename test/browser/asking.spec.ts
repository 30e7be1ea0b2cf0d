import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { examples } from '../../src/command/catalogue.ts';
import { resnet50Print } from '../support/resnet50-print.ts';
import { type Playground, playground } from './support/playground.ts';

let site: Playground;
beforeAll(async () => {
  site = await playground();
});
afterEach(async () => expect(await site.faults()).toEqual([]));
afterAll(() => site.stop());

describe('the line', () => {
  test('begins with an example, and is answered at every keystroke', async () => {
    const page = await site.open();
    expect(await page.locator('.title').textContent()).toBe('Conv2d 7×7 · 512 → 512 · no bias');
    await page.locator('#line').fill('');
    const titles: (string | null)[] = [];
    for (const key of '3 64 1') {
      await page.locator('#line').press(key === ' ' ? 'Space' : key);
      titles.push(await page.locator('.title').textContent());
    }
    expect(titles.at(0)).toBe('Conv2d 3×3 · 128 → 256 · bias');
    expect(titles.at(-1)).toBe('Conv2d 3×3 · 64 → 1 · bias');
    expect(await page.locator('.lead').textContent()).toContain('22.2 %');
  });

  test('grows with a pasted model, which is answered at once', async () => {
    const page = await site.open();
    const before = await page.locator('#line').boundingBox();
    await page.locator('#line').fill(resnet50Print());
    expect(await page.locator('.lead').textContent()).toContain('25,557,032 parameters');
    const after = await page.locator('#line').boundingBox();
    expect(after?.height).toBeGreaterThan(3 * (before?.height ?? 0));
    expect(await page.locator('#field-kernel').isDisabled()).toBe(true);
    expect(await page.locator('#fields-hint').textContent()).toContain('not about one layer');
  });

  test('a mistake shows its place and what is wrong, and its button mends it', async () => {
    const page = await site.open();
    await page.locator('#line').fill('7 512 512 nobais');
    expect(await page.locator('.excerpt mark').textContent()).toBe('nobais');
    expect(await page.locator('.lead').textContent()).toBe(
      'nobais is not a word I know. Did you mean nobias?',
    );
    await page.locator('.actions .primary').click();
    expect(await page.locator('#line').inputValue()).toBe('7 512 512 nobias');
    expect(await page.locator('.title').textContent()).toBe('Conv2d 7×7 · 512 → 512 · no bias');
  });

  test.each([
    ['an element', '<img src=x onerror=alert(1)>'],
    ['a script in code', 'nn.Conv2d(3, 64, 3) # <script>alert(1)</script>'],
    ['a hundred thousand letters', 'x'.repeat(100_000)],
    ['a hundred thousand brackets', `nn.Conv2d(${'('.repeat(100_000)}`],
  ])('stays calm with %s', async (_, question) => {
    const page = await site.open();
    page.on('dialog', (dialog) => expect.unreachable(`a dialog: ${dialog.message()}`));
    await page.locator('#line').fill(question);
    for (const tab of ['slack', 'discord', 'json', 'answer']) {
      await page.locator(`#tab-${tab}`).click();
      await page.locator(`#panel-${tab}`).waitFor();
    }
    expect(await page.locator('#panel-answer img, #panel-answer script').count()).toBe(0);
    expect(await page.locator('.title').textContent()).not.toBe('');
  });
});

describe('the fields', () => {
  test('follow the line', async () => {
    const page = await site.open();
    await page.locator('#line').fill('5x3 64 128 g=2 s2 p1 d=2 @56 nobias keras');
    const shown = await page.locator('#fields :is(input, select)').evaluateAll((all) =>
      // The locator finds nothing else.
      all.map((control) => (control as HTMLInputElement | HTMLSelectElement).value),
    );
    expect(shown).toEqual(['5x3', '64', '128', 'off', '2', '2', '1', '2', '56', 'keras']);
  });

  test('say in words that the groups follow the input channels', async () => {
    const page = await site.open();
    await page.locator('#line').fill('3 64 64 dw');
    expect(await page.locator('#field-groups').inputValue()).toBe('');
    expect(await page.locator('#field-groups').getAttribute('placeholder')).toBe('one a channel');
    await page.locator('#line').fill('3 64 64');
    expect(await page.locator('#field-groups').inputValue()).toBe('1');
  });

  test('write the line', async () => {
    const page = await site.open();
    await page.locator('#field-kernel').fill('3');
    await page.locator('#field-in').fill('64');
    await page.locator('#field-out').fill('128');
    await page.locator('#field-bias').selectOption('on');
    await page.locator('#field-groups').fill('2');
    await page.locator('#field-input').fill('56');
    await page.locator('#field-convention').selectOption('keras');
    expect(await page.locator('#line').inputValue()).toBe('3 64 128 g=2 @56 keras');
    expect(await page.locator('.title').textContent()).toContain('Conv2D 3×3 · 64 → 128');
  });

  test('tell a mistake where it is, keep the line, and take the correction', async () => {
    const page = await site.open('#q=3+128+256');
    await page.locator('#field-groups').fill('3');
    expect(await page.locator('#field-groups').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#field-groups').getAttribute('aria-describedby')).toBe('field-mistake');
    expect(await page.locator('#field-mistake').textContent()).toContain('3 groups do not divide');
    expect(await page.locator('#line').inputValue()).toBe('3 128 256');
    await page.locator('.actions .primary').click();
    expect(await page.locator('#line').inputValue()).toMatch(/^3 128 256( g=\d+)?$/);
    expect(await page.locator('#field-mistake').isVisible()).toBe(false);
  });

  test('a field that is left shows what is asked', async () => {
    const page = await site.open('#q=3+64+64');
    await page.locator('#field-in').fill('');
    expect(await page.locator('#line').inputValue()).toBe('3 64 64');
    await page.locator('#field-in').blur();
    expect(await page.locator('#field-in').inputValue()).toBe('64');
  });
});

test.each(examples.map(({ command }) => command))(
  'the example is asked by its button: %s',
  async (command) => {
    const page = await site.open('#q=3');
    await page.locator('.example', { hasText: command }).click();
    expect(await page.locator('#line').inputValue()).toBe(command);
    expect(await page.title()).toBe(`${await page.locator('.title').textContent()} · convparams`);
  },
);

test('the next questions are buttons that ask them', async () => {
  const page = await site.open();
  await page.getByRole('button', { name: 'At 56×56' }).click();
  expect(await page.locator('#line').inputValue()).toBe('7 512 512 nobias @56');
  expect(await page.locator('table').first().textContent()).toContain('MACs');
});
