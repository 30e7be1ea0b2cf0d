/** Writes the derived parts of README.md anew: `npm run readme`. A test fails when they are stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readmeWithDerivedParts } from './readme-parts.ts';

writeFileSync('README.md', readmeWithDerivedParts(readFileSync('README.md', 'utf8')));
