import { expect, test } from 'vitest';
import { escaped } from '../../../../adapters/discord/draw/escaped.ts';

test.each([
  ['**bold** _it_ ~~no~~ ||s|| `c`', String.raw`\*\*bold\*\* \_it\_ \~\~no\~\~ \|\|s\|\| \`c\``],
  [
    '<@80351110224678912> <#1> <t:1> </a:1> <:a:1>',
    String.raw`\<\@80351110224678912> \<#1> \<t\:1> \</a\:1> \<\:a\:1>`,
  ],
  ['@everyone', String.raw`\@everyone`],
  ['[x](https://evil.example)', String.raw`\[x\](https\://evil.example)`],
  [':smile:', String.raw`\:smile:`],
  ['# a\n-# b\n> c\n- d\n+ e\n  # f', '\\# a\n\\-# b\n\\> c\n\\- d\n\\+ e\n  \\# f'],
  ['1. one', String.raw`1\. one`],
  ['a\\b', 'a\\\\b'],
  ['kernel 7×7: 2.24 % of 1,254, 3·3 - 2', 'kernel 7×7: 2.24 % of 1,254, 3·3 - 2'],
])('%j', (text, expected) => {
  expect(escaped(text)).toBe(expected);
});
