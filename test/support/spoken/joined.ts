import type { Random } from './random.ts';

/** Clauses in a row, joined so that no number could be taken for the word on its other side. */
export function joined(clauses: readonly string[], random: Random): string {
  const commas = random.chance(0.3);
  const lines = random.chance(0.02);
  return clauses.reduce((text, clause, at) => {
    if (at === 0) return clause;
    const previous = clauses[at - 1] ?? '';
    const fitting = joints(previous, clause);
    if (lines && fitting.includes(', ')) return `${text}\n${clause}`;
    if (commas && fitting.includes(', ') && random.chance(0.8)) return `${text}, ${clause}`;
    return text + random.pick(fitting) + clause;
  }, '');
}

/** A noun does not wait for a number. */
const noun = /(?:conv\w*|layer|convolution|deconv\w*|transposed?|depth-?wise|separable|sep|dw|[123]d|\bt)$/i;
/** What an assignment or a short form holds is held. */
const closed = /(?:=\s*|\b[kspdg])\(?[\dx, ]+\)?$/i;
const several = /^\d+(?:[x×]| ?[-–—]> ?| ?→ ?| => )\d/i;
const negation = /^(?:no|without|w\/o|with no) /;
const afterWith =
  /^(?:\d|a \d|strides?\b|pad\b|padding\b|dilation\b|kernel|groups|same padding|valid padding)/;

function joints(previous: string, next: string): string[] {
  // "+ bn", "followed by bn".
  if (/^(?:\+|plus|and|followed) /.test(next)) return [' '];
  // "without bias and bn" has neither, "no padding bias" is nothing.
  if (negation.test(previous))
    return /^[a-z]/i.test(next) && !/^(?:on|at|for|with) /.test(next) ? [', '] : [' ', ', '];
  if (noun.test(next) && !/^\d/.test(next)) return [' ', ' ', ', '];
  // "kernel of 1 input channels 10"
  if (/^(?:in|out)put channels/.test(next) && /\d$/.test(previous)) return [', '];
  // "a 56x56 feature map in 4 groups"
  if (/^(?:in|out|from) /.test(next) && !noun.test(previous)) return [', '];
  const pairs = afterWith.test(next) && !/^(?:with|and)\b/.test(next) ? [' and ', ' with '] : [];
  if (/^\d/.test(next)) {
    if (/[a-z.']$/i.test(previous) && !noun.test(previous)) return [', '];
    if (/\d$/.test(previous) && !closed.test(previous) && !several.test(next)) return [', '];
  }
  return [' ', ' ', ' ', ', ', ...(noun.test(previous) ? pairs.slice(1) : pairs)];
}
