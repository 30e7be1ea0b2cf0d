import type { APIComponentInContainer, APIContainerComponent } from 'discord-api-types/v10';
import type { Answer, Block } from '../../../src/answer/answer.ts';
import { blockPart, smallPrint } from './block-part.ts';
import { type Audience, type Buttons, buttons } from './buttons.ts';
import { component } from './component.ts';
import { escaped } from './escaped.ts';
import { fitted } from './fitted.ts';
import { inlines } from './inlines.ts';
import { limits } from './limits.ts';
import { asItIs, localiser, type Say } from './localiser.ts';
import { type Part, whole } from './part.ts';

export type DrawOptions = {
  readonly audience: Audience;
  /** How numbers are written: one of Discord's locales. English where nobody said. */
  readonly locale?: string;
};

/** An answer as Components V2: one container of texts, a line, the small print, and the buttons. */
export function drawAnswer(
  answer: Answer,
  { audience, locale = 'en-US' }: DrawOptions,
): APIContainerComponent {
  // A mistake speaks of what was typed and of what can be typed instead: its digits stay as they are.
  const say = answer.kind === 'problem' ? asItIs : localiser(locale);
  const pressable = buttons(answer, audience);
  const main = mainParts(answer, say);
  const small = smallParts(answer, say, pressable);
  const parts = [...main, ...small];
  // Each part may get a line end of its own below.
  const texts = fitted(parts, limits.textCharacters - limits.shareLineCharacters - parts.length);
  const shown = merged(texts.slice(0, main.length), roomFor(small, pressable));
  return {
    type: component.container,
    accent_color: accents[answer.kind],
    components: [
      ...shown.map(textDisplay),
      ...(small.length > 0 ? [{ type: component.separator }] : []),
      ...texts.slice(main.length).map(textDisplay),
      ...pressable.rows,
    ],
  };
}

/** Texts for which a message has components, beside its container, its line, who asked, and all else. */
function roomFor(small: readonly Part[], { rows }: Buttons): number {
  const pressable = rows.reduce((sum, { components }) => sum + 1 + components.length, 0);
  return limits.components - 3 - small.length - pressable;
}

/** At most so many texts; the last one has all that would be more. */
function merged(texts: readonly string[], most: number): string[] {
  return texts.length <= most ? [...texts] : [...texts.slice(0, most - 1), texts.slice(most - 1).join('\n')];
}

/** Decoration: what a colour says here, the words say as well. */
const accents = { answer: 0x3b82f6, help: 0x6b7280, problem: 0xd97706 } as const satisfies Record<
  Answer['kind'],
  number
>;

function mainParts({ kind, title, lead, body }: Answer, say: Say): Part[] {
  const blocks = body.filter((block) => !isSmall(block)).map((block) => blockPart(block, say));
  // Of a mistake: what was asked, and what is wrong there. That it is a mistake needs no title.
  if (kind === 'problem') return [...blocks, whole(inlines(lead, say))];
  const guesses = lead.filter(({ kind }) => kind === 'guess');
  const sentence = lead.filter(({ kind }) => kind !== 'guess').map(withoutEmphasis);
  const words = `${inlines(guesses, say)}**${inlines(sentence, say)}**`;
  return [whole(`## ${escaped(say(title))}\n${words}`), ...blocks];
}

/** All of the sentence that answers is bold, and emphasis in emphasis would end it. */
function withoutEmphasis(inline: Answer['lead'][number]): Answer['lead'][number] {
  return inline.kind === 'strong' ? { ...inline, kind: 'text' } : inline;
}

function smallParts({ body }: Answer, say: Say, { isIncomplete }: Buttons): Part[] {
  const parts = body.filter(isSmall).map((block) => blockPart(block, say));
  if (isIncomplete) parts.push(whole(smallPrint(tooLongForButtons)));
  return parts.filter((part) => part.kind === 'rows' || part.text !== '');
}

const tooLongForButtons = 'This question is too long for some of its buttons: to change it, ask it anew.';

function isSmall({ kind }: Block): boolean {
  return kind === 'note' || kind === 'references';
}

function textDisplay(content: string): APIComponentInContainer {
  return { type: component.textDisplay, content };
}
