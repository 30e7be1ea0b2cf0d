import type { Page } from 'playwright-core';

/** The preview of a tab, once it is drawn. */
export async function drawn(page: Page, tab: string): Promise<void> {
  if (tab === 'slack') await page.locator('.slack_blocks_to_jsx__rich_text').first().waitFor();
  if (tab === 'discord') await page.locator('.discord-text').first().waitFor();
}
