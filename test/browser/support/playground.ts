import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { createLog } from '../../../adapters/log.ts';
import { serve } from '../../../adapters/serve.ts';
import { webAdapter } from '../../../adapters/web/web-adapter.ts';
import { buildPage } from '../../../scripts/build-page.ts';
import { launchChromium } from '../../../scripts/launch-chromium.ts';

/** The built page, served as the program serves it, and a browser to look at it. */
export type Playground = {
  readonly url: string;
  readonly folder: string;
  /** A page that nobody opened before, at a hash or at another address. */
  readonly open: (at?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Closes every page; what they did that no page may do. */
  readonly faults: () => Promise<string[]>;
  readonly stop: () => Promise<void>;
};

export async function playground(): Promise<Playground> {
  const folder = mkdtempSync(join(tmpdir(), 'convparams-'));
  await buildPage(process.cwd(), folder);
  const service = await serve({ host: '127.0.0.1', port: 0 }, [webAdapter(folder)], createLog('silent'));
  const browser = await launchChromium();
  const url = `http://127.0.0.1:${service.port}/`;
  const faults: string[] = [];
  return {
    url,
    folder,
    open: async (at = '', options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(90_000);
      watch(page, url, faults);
      await page.goto(at.startsWith('http') ? at : url + at);
      await page.locator('#answer .title, [role=tabpanel]:not([hidden])').first().waitFor();
      return page;
    },
    faults: async () => {
      for (const context of browser.contexts()) await context.close();
      return faults.splice(0);
    },
    stop: async () => {
      await browser.close();
      await service.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Notes errors, refusals of the Content-Security-Policy (which the console tells), and requests elsewhere. */
function watch(page: Page, url: string, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() !== 'log') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    const isOurs = new URL(request.url()).hostname === new URL(url).hostname;
    if (!isOurs && !request.url().startsWith('data:')) faults.push(`foreign request: ${request.url()}`);
  });
}
