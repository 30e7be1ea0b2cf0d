import { plain } from '../../src/answer/plain.ts';
import { describeRenderer } from './renderer.ts';

describeRenderer('plain', plain);
for (const width of [40, 80])
  describeRenderer(`plain at ${width} columns`, (answer) => plain(answer, { width }));
