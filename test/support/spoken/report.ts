// What is refused and what is misread, for those who teach the reader:
// node scripts/run.mjs test/support/spoken/report.ts --kind layer --count 3000 --seed 1
import { parseArgs } from 'node:util';
import { judge } from './judge.ts';
import { type kinds, samples } from './samples.ts';

const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== '--'),
  options: {
    kind: { type: 'string', default: 'layer' },
    count: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
    /** Only shows the questions. */
    texts: { type: 'boolean', default: false },
  },
});
const refused = new Map<string, string[]>();
const misread: string[] = [];
let right = 0;
for (const spoken of samples(values.kind as keyof typeof kinds, Number(values.count), Number(values.seed))) {
  if (values.texts) {
    console.log(spoken.text);
    continue;
  }
  const verdict = judge(spoken);
  if (verdict.kind === 'right') right += 1;
  else if (verdict.kind === 'refused') {
    // One group for the same mistake with other numbers.
    const message = verdict.message.replace(/\d[\d,.x×]*/g, 'N');
    refused.set(message, [...(refused.get(message) ?? []), `${spoken.text}\n      ${verdict.message}`]);
  } else misread.push(`${spoken.text}\n  expected ${verdict.expected}\n  got      ${verdict.got}`);
}
if (!values.texts) {
  console.log(misread.join('\n'));
  const groups = [...refused].sort(([, a], [, b]) => b.length - a.length).slice(0, 30);
  for (const [message, texts] of groups) {
    console.log(`\n${texts.length}× ${message}`);
    for (const text of texts.slice(0, 3)) console.log(`   ${text}`);
  }
  const refusals = [...refused.values()].flat().length;
  console.log(`\n${values.kind}: ${right} right, ${refusals} refused, ${misread.length} misread`);
}
