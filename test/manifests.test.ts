import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { manifests } from '../scripts/manifest-files.ts';

test.each(Object.entries(manifests))(
  '%s is what the catalogue says (else: npm run manifests)',
  (file, content) => {
    expect(readFileSync(file, 'utf8')).toBe(content());
  },
);
