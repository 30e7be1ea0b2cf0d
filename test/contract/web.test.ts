import { drawAnswer } from '../../adapters/web/draw/draw-answer.ts';
import { html } from '../../adapters/web/draw/html.ts';
import { tagNames } from '../../adapters/web/draw/piece.ts';
import { describeRenderer } from './renderer.ts';

/** The tags that answers are drawn with. Any other one would be text of a person that came alive. */
const ours = new RegExp(`</?(?:${tagNames.join('|')})(?: [a-zA-Z-]+="[^"<>]*")*>`, 'g');

/** What the page shows, its entities as they are; of a link also where it leads. */
function shown(markup: string): string {
  const links = [...markup.matchAll(/ href="([^"]*)"/g)].map(([, address]) => address);
  return [markup.replace(ours, (tag) => (inline.test(tag) ? '' : '\n')), ...links].join('\n');
}

const inline = /^<\/?(?:strong|code|mark)\b/;

describeRenderer('the page', (answer) => shown(html(drawAnswer(answer))), {
  live: [/[<>]/, /&(?!(?:amp|lt|gt|nbsp);)/],
});
