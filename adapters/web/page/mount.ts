import type { Piece } from '../draw/piece.ts';
import { scrollBox } from './scroll-box.ts';

/** Shows pieces in an element, in place of what was there. Nothing goes through a parser of HTML. */
export function mount(host: Element, pieces: readonly Piece[]): void {
  host.replaceChildren(...pieces.map(nodeOf));
  for (const box of host.querySelectorAll<HTMLElement>('.scroll')) scrollBox(box);
}

const svg = 'http://www.w3.org/2000/svg';
const drawn: readonly string[] = ['svg', 'rect'];

function nodeOf(piece: Piece): Node {
  if (typeof piece === 'string') return document.createTextNode(piece);
  const { name, attributes, pieces } = piece;
  const node = drawn.includes(name) ? document.createElementNS(svg, name) : document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, value);
  node.append(...pieces.map(nodeOf));
  return node;
}
