/** Writes the derived files of manifests/ anew: `npm run manifests`. A test fails when one is stale. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { manifests } from './manifest-files.ts';

mkdirSync('manifests', { recursive: true });
for (const [file, content] of Object.entries(manifests)) writeFileSync(file, content());
