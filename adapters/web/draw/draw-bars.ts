import type { Answer } from '../../../src/answer/answer.ts';
import { grouped } from '../../../src/numbers-in-words.ts';
import { type Piece, tag } from './piece.ts';

type Bar = { readonly label: string; readonly value: number };

/** A bar a variant, or a side of a comparison, on one scale from zero, with its number beside it. */
export function drawBars(answer: Answer): Piece[] {
  const bars = barsOf(answer);
  const longest = Math.max(...bars.map(({ value }) => value));
  if (bars.length < 2 || longest === 0) return [];
  const rows = bars.map((bar) => drawBar(bar, bar.value / longest));
  return [
    tag(
      'figure',
      { class: 'bars' },
      tag('figcaption', {}, 'Parameters on one scale'),
      tag('ul', {}, ...rows),
    ),
  ];
}

function barsOf({ numbers, body }: Answer): Bar[] {
  if (numbers.kind !== 'answer') return [];
  if (numbers.variants.length > 0) {
    return numbers.variants.map(({ name, params }) => ({ label: capitalised(name), value: params }));
  }
  // The rows of a comparison's table are its sides, in the same order.
  const table = body.find((block) => block.kind === 'table');
  return (numbers.alternatives ?? []).map(({ params }, index) => ({
    label: table?.rows[index]?.[0]?.text ?? '',
    value: params,
  }));
}

/** Least share that is still seen as a bar: less than that is drawn as a hairline, and its number tells. */
const leastShare = 0.004;

function drawBar({ label, value }: Bar, share: number): Piece {
  // A width as an attribute of SVG: a style in the markup would need a looser policy.
  const width = (value === 0 ? 0 : Math.max(share, leastShare) * 100).toFixed(3);
  const bar = tag('rect', { class: 'bar', width, height: '100' });
  const track = tag('rect', { class: 'track', width: '100', height: '100' });
  const drawing = { viewBox: '0 0 100 100', preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  return tag(
    'li',
    {},
    tag('span', { class: 'label' }, label),
    tag('svg', drawing, track, bar),
    tag('span', { class: 'value' }, grouped(value)),
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
