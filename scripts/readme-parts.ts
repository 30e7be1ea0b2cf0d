import { scopes } from '../adapters/slack/scopes.ts';
import { ask, catalogue, plain } from '../src/index.ts';

/** Twenty questions that the README answers, right and wrong ones. */
const questions = [
  '7 512 512 nobias',
  '3x3 128->256 g=32 @56',
  '3 64 1',
  '1 64 64 keras',
  'how many params does a 7x7 conv with 512 in and 512 out have without bias?',
  '3 64 128 m=2 keras',
  '3 64 64 dw bn @56 int8',
  '4 64 32 t s2 p1 @16',
  '1d 7 64 128 causal @1000 flops',
  '3x3x3 16 32 @16x112x112 batch=2',
  '5 32 64 vs 3 32 64',
  '3 64 128 vs 3 64 128 separable @56',
  '3 3 32 s2 @224 + 3 dw + 1 64',
  'nn.Conv2d(512, 512, 7, bias=False)',
  'layers.SeparableConv2D(128, 3, padding="same") in=64',
  'model = nn.Sequential(nn.Conv2d(3, 16, 3), nn.BatchNorm2d(16), nn.ReLU(), nn.Conv2d(16, 32, 3))',
  '3 128 250 g=32',
  '7 512 512 nobais',
  "nn.Conv2d(64, 64, 3, padding='same', stride=2)",
  'help groups',
] as const;

/** The README with its parts between `<!-- name -->` and `<!-- /name -->` written anew. */
export function readmeWithDerivedParts(readme: string): string {
  const parts: Record<string, string> = { words: wordTable(), answers: answers(), scopes: scopeTable() };
  return Object.entries(parts).reduce((text, [name, part]) => {
    const [before, rest] = split(text, `<!-- ${name} -->\n`);
    const [, after] = split(rest, `<!-- /${name} -->`);
    return `${before}<!-- ${name} -->\n\n${part}\n\n<!-- /${name} -->${after}`;
  }, readme);
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at === -1) throw new Error(`README.md has no ${mark.trim()}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}

/** The language, from the catalogue. A bar would end a cell. */
function wordTable(): string {
  const rows = catalogue.map(({ shown, meaning, absent, example }) =>
    [shown, meaning, absent, `\`${example}\``].map((cell) => cell.replaceAll('|', '\\|')).join(' | '),
  );
  return [
    '| Words | Meaning | When absent | Example |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

/** What the Slack app asks for, from the list that its manifest is made of. */
function scopeTable(): string {
  const rows = Object.entries(scopes).map(([scope, reason]) => `| \`${scope}\` | ${reason} |`);
  return ['| Scope | For |', '| --- | --- |', ...rows].join('\n');
}

const width = 96;

function answers(): string {
  return questions
    .map(
      (question) =>
        `<details>\n<summary><code>${html(question)}</code></summary>\n\n\`\`\`text\n${plain(ask(question), { width })}\n\`\`\`\n\n</details>`,
    )
    .join('\n');
}

function html(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
