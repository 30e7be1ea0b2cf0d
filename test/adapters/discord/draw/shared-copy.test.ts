import { expect, test } from 'vitest';
import { limits } from '../../../../adapters/discord/draw/limits.ts';
import { sharedCopy } from '../../../../adapters/discord/draw/shared-copy.ts';
import { shownText } from '../../../support/discord/shown.ts';

test('who asked takes no more room than every answer keeps free for it', () => {
  const longestId = String(2n ** 64n - 1n);
  const line = shownText(sharedCopy([{ type: 17, components: [] }], longestId));
  expect(line).toContain(longestId);
  expect(line.length).toBeLessThanOrEqual(limits.shareLineCharacters);
});
