import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { drawAnswer } from '../../adapters/discord/draw/draw-answer.ts';
import { messageBody } from '../../adapters/discord/message-body.ts';
import { drawMessage } from '../../adapters/slack/draw/draw-message.ts';
import { hashOf } from '../../adapters/web/address.ts';
import { ask } from '../../src/ask.ts';
import { type Playground, playground } from './support/playground.ts';

const question = '3x3 128->256 g=32 @56';

let site: Playground;
beforeAll(async () => {
  site = await playground();
});
afterEach(async () => expect(await site.faults()).toEqual([]));
afterAll(() => site.stop());

describe('the tab', () => {
  test('Slack shows the very message that Slack gets, drawn, and where to open it', async () => {
    const page = await site.open(`#q=${encodeURIComponent(question)}`);
    await page.getByRole('tab', { name: 'Slack' }).click();
    const message = page.locator('#slack-message');
    await message.getByText('924,844,032').waitFor();
    expect(await message.locator('table').count()).toBe(1);
    expect(await message.locator('button').allTextContents()).toContain('Without bias');
    expect(await message.locator('a[href^="https://arxiv.org"]').count()).toBeGreaterThan(0);
    const { blocks, ...others } = drawMessage(ask(question), { audience: 'asker' });
    const shown: unknown = JSON.parse((await page.locator('#slack-json').textContent()) ?? '');
    expect(shown).toEqual({ ...others, blocks });
    const builder = (await page.locator('#block-kit').getAttribute('href')) ?? '';
    expect(builder).toMatch(/^https:\/\/app\.slack\.com\/block-kit-builder\/#/);
    expect(JSON.parse(decodeURIComponent(new URL(builder).hash.slice(1)))).toEqual({ blocks });
    await message.getByRole('button', { name: 'Edit' }).click({ force: true });
    expect(await page.locator('#line').inputValue()).toBe(question);
    await message.getByRole('button', { name: 'Without bias' }).click();
    expect(await page.locator('#line').inputValue()).toBe('3 128 256 nobias g=32 @56');
  });

  test('Discord shows the very message that Discord gets, and its buttons ask', async () => {
    const page = await site.open(`#q=${encodeURIComponent(question)}&tab=discord`);
    const message = page.locator('#discord-message');
    await message.getByRole('button', { name: 'Without bias' }).waitFor();
    expect(await message.locator('pre').first().textContent()).toContain('924,844,032');
    const body = messageBody([drawAnswer(ask(question), { audience: 'private' })], 'private');
    expect(JSON.parse((await page.locator('#discord-json').textContent()) ?? '')).toEqual(body);
    await message.getByRole('button', { name: 'Without bias' }).click();
    expect(await page.locator('#line').inputValue()).toContain('nobias');
    expect(await message.locator('pre').first().textContent()).not.toContain('295,168');
  });

  test.each(['slack', 'discord'] as const)(
    '%s shows a question with share as everybody sees it',
    async (tab) => {
      const page = await site.open(hashOf({ question: '7 512 512 nobias', tab }));
      const panel = page.locator(`#panel-${tab}`);
      await panel.getByText('Dismiss', { exact: true }).waitFor();
      expect(await panel.locator('.chat-private').isVisible()).toBe(true);
      await page.locator('#line').fill('7 512 512 nobias share');
      await panel.getByText('Dismiss', { exact: true }).waitFor({ state: 'detached' });
      expect(await panel.locator('.chat-private').isVisible()).toBe(false);
      const answer = ask('7 512 512 nobias share');
      const json: unknown = JSON.parse((await page.locator(`#${tab}-json`).textContent()) ?? '');
      if (tab === 'slack') {
        const askedBy = { id: 'U0123456789', name: 'you' };
        expect(json).toEqual(drawMessage(answer, { audience: 'everybody', askedBy }));
        expect(await page.locator('#slack-message').textContent()).toMatch(/Asked by @?you/);
      } else expect(json).toEqual(messageBody([drawAnswer(answer, { audience: 'public' })], 'public'));
    },
  );

  test.each([
    ['slack', 'Works in Slack only'],
    ['discord', 'Works in Discord only'],
  ])('%s says of Edit, Share and Dismiss that they do nothing here', async (tab, hint) => {
    const page = await site.open(`#q=7+512+512+nobias&tab=${tab}`);
    const panel = page.locator(`#${tab}-message`);
    await panel.getByText('Dismiss', { exact: true }).waitFor();
    const idle = panel.locator('button[aria-disabled=true]');
    expect(await idle.allTextContents()).toEqual(['Edit', 'Share', 'Dismiss']);
    expect(await idle.evaluateAll((all) => all.map((button) => button.getAttribute('title')))).toEqual([
      hint,
      hint,
      hint,
    ]);
    expect(await panel.locator('button:not([aria-disabled])').count()).toBe(4);
    // A message with fewer questions before them.
    await page.locator('#line').fill('7 512 512 nobais');
    await panel.getByText('nobais').first().waitFor();
    expect(await idle.allTextContents()).toEqual(['Edit', 'Dismiss']);
  });

  test('JSON shows the answer in numbers, and the button copies it', async () => {
    const page = await site.open('#q=7+512+512+nobias&tab=json', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: 'Copy JSON' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const copied: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
    expect(copied).toEqual(JSON.parse(JSON.stringify(ask('7 512 512 nobias').numbers)));
  });

  test('of a preview follows the line', async () => {
    const page = await site.open('#q=7+512+512+nobias&tab=slack');
    await page.locator('#slack-message').getByText('12,845,056').first().waitFor();
    await page.locator('#line').fill('3 64 64');
    await page.locator('#slack-message').getByText('36,928').first().waitFor();
  });
});

describe('a link', () => {
  test('opens the question and the tab that were shared', async () => {
    const page = await site.open('#q=5+32+64+vs+3+32+64&tab=json');
    expect(await page.locator('#line').inputValue()).toBe('5 32 64 vs 3 32 64');
    expect(await page.getByRole('tab', { name: 'JSON' }).getAttribute('aria-selected')).toBe('true');
  });

  test('is copied by its button, and gives the same page', async () => {
    const page = await site.open('', { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('#line').fill('3 64->128 "smart" & 100%');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await site.open(link);
    expect(await other.locator('#line').inputValue()).toBe('3 64->128 "smart" & 100%');
    expect(await other.locator('.title').textContent()).toBe(await page.locator('.title').textContent());
  });

  test('is in the address soon after the typing pauses, and no server sees it', async () => {
    const page = await site.open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('#line').pressSequentially(' @56');
    await page.waitForURL(/#q=7\+512\+512\+nobias\+%4056$/);
    expect(asked).toEqual([]);
  });
});

describe('Back', () => {
  test('goes through what was chosen; what was typed is one step', async () => {
    const page = await site.open();
    const line = page.locator('#line');
    await page.locator('.example').nth(2).click();
    await line.fill('3 64');
    await line.pressSequentially(' 128', { delay: 30 });
    await page.waitForURL(/#q=3\+64\+128$/);
    await page.getByRole('button', { name: 'At 56×56' }).click();
    expect(await line.inputValue()).toBe('3 64 128 @56');
    const back: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      await page.goBack();
      back.push(await line.inputValue());
    }
    expect(back).toEqual(['3 64 128', '5 32 64 vs 3 32 64', '7 512 512 nobias']);
    await page.goForward();
    expect(await line.inputValue()).toBe('5 32 64 vs 3 32 64');
  });

  test('goes from tab to tab', async () => {
    const page = await site.open();
    await page.getByRole('tab', { name: 'JSON' }).click();
    await page.goBack();
    expect(await page.getByRole('tab', { name: 'Answer' }).getAttribute('aria-selected')).toBe('true');
  });
});

test('it works from a folder of any static host, without the program', async () => {
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
  };
  const host = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/some\/folder\//, '');
    const type = types[extname(path || 'index.html')] ?? 'application/octet-stream';
    if (path.startsWith('/')) return void response.writeHead(404).end();
    if (extname(path) === '.svg') response.setHeader('content-type', 'image/svg+xml');
    else response.setHeader('content-type', type);
    response.end(readFileSync(join(site.folder, path || 'index.html')));
  });
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has an AddressInfo.
  const { port } = host.address() as AddressInfo;
  const page = await site.open(`http://127.0.0.1:${port}/some/folder/#q=3+64+64`);
  expect(await page.locator('.lead').textContent()).toContain('36,928');
  await page.getByRole('tab', { name: 'Slack' }).click();
  await page.locator('#slack-message table').waitFor();
  await page.getByRole('tab', { name: 'Discord' }).click();
  await page.locator('#discord-message pre').first().waitFor();
  host.closeAllConnections();
  host.close();
});
