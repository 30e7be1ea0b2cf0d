import { expect, test } from 'vitest';
import { createLog } from '../../adapters/log.ts';
import { withoutSecrets } from '../../adapters/without-secrets.ts';

test.each([
  ['xoxb-1234-5678-abcDEF', '[secret]'],
  ['token=xoxp-1-2-3, next', 'token=[secret], next'],
  ['Bearer xapp-1-A1-2-abc"', 'Bearer [secret]"'],
  ['https://hooks.slack.com/commands/T1/2/abc', '[secret]'],
  ['wss://wss-primary.slack.com/link/?ticket=1&app_id=2', '[secret]'],
  ['an axolotl, an xenon', 'an axolotl, an xenon'],
  ['https://arxiv.org/abs/1704.04861', 'https://arxiv.org/abs/1704.04861'],
])('%s is logged as %s', (text, logged) => {
  expect(withoutSecrets(text)).toBe(logged);
});

test('no line of a log has one, wherever it came from', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const err = Object.assign(new Error('refused xoxb-1-2-abc'), { data: { token: 'xapp-1-2-3' } });
  log.error({ err, url: 'https://hooks.slack.com/actions/T1/2/abc' }, 'failed with xoxb-3-4-def');
  log.debug('not at this level');
  expect(lines).toHaveLength(1);
  expect(lines.join()).not.toMatch(/xox|xapp|hooks\.slack/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, msg: 'failed with [secret]' });
});
