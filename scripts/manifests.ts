/** Writes the generated files of manifests/ anew: `npm run manifests`. A test fails when they are stale. */
import { writeFileSync } from 'node:fs';
import { manifestFiles } from './manifest-files.ts';

for (const [name, text] of Object.entries(manifestFiles())) writeFileSync(`manifests/${name}`, text);
