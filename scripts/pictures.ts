/** Makes docs/pictures anew from the running program: `npm run pictures`. Needs Chromium. */
import { mkdirSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import type { Browser } from 'playwright-core';
import { createLog } from '../adapters/log.ts';
import { serve } from '../adapters/serve.ts';
import { run } from '../adapters/terminal/run.ts';
import { hashOf } from '../adapters/web/address.ts';
import type { TabName } from '../adapters/web/tab-names.ts';
import { webAdapter } from '../adapters/web/web-adapter.ts';
import { launchChromium } from './launch-chromium.ts';
import { terminalPage } from './terminal-page.ts';

type Picture = {
  readonly name: string;
  readonly question: string;
  readonly tab: TabName;
  readonly theme: 'light' | 'dark';
  /** What is in the picture; all of the window without it. */
  readonly of?: string;
};

const question = '7 512 512 nobias';

const pictures: readonly Picture[] = [
  { name: 'playground-light', question, tab: 'answer', theme: 'light' },
  { name: 'playground-dark', question: '3x3 128->256 g=32 @56', tab: 'answer', theme: 'dark' },
  { name: 'slack', question, tab: 'slack', theme: 'light', of: '.chat.slack' },
  { name: 'discord', question, tab: 'discord', theme: 'dark', of: '.chat.discord' },
];

const folder = 'docs/pictures';

async function takeAll(browser: Browser, url: string): Promise<void> {
  for (const { name, question, tab, theme, of } of pictures) {
    const page = await browser.newPage({ viewport: { width: 1200, height: 1080 }, colorScheme: theme });
    await page.goto(url + hashOf({ question, tab }));
    await page.waitForLoadState('networkidle');
    await page.evaluate('document.fonts.ready');
    const path = `${folder}/${name}.png`;
    await (of ? page.locator(of).screenshot({ path }) : page.screenshot({ path }));
    await page.close();
  }
}

async function takeTerminal(browser: Browser): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  await page.setContent(terminalPage(`convparams ${question}`, await terminalOutput(question.split(' '))));
  await page.locator('main').screenshot({ path: `${folder}/terminal.png` });
  await page.close();
}

/** What the command prints on a terminal with colours. */
async function terminalOutput(words: readonly string[]): Promise<string> {
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 96, hasColors: () => true });
  await run(words, { stdin: new PassThrough(), stdout, stderr: new PassThrough(), env: {} });
  return String(stdout.read());
}

mkdirSync(folder, { recursive: true });
const service = await serve({ host: '127.0.0.1', port: 0 }, [webAdapter('dist/web')], createLog('silent'));
const browser = await launchChromium();
try {
  await takeAll(browser, `http://127.0.0.1:${service.port}/`);
  await takeTerminal(browser);
} finally {
  await browser.close();
  await service.stop();
}
