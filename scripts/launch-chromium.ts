import { execFileSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

/** Without a sandbox, as root has none, and without what Chromium does on the network for itself. */
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of this machine. */
export function launchChromium(): Promise<Browser> {
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
  return chromium.launch({ executablePath, args: chromiumArguments });
}
