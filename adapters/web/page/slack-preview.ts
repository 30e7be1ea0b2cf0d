import type { ActionsBlock, KnownBlock } from '@slack/types';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { Message, type MessageProps } from 'slack-blocks-to-jsx';
import type { Answer } from '../../../src/answer/answer.ts';
import { anyAskId } from '../../slack/action-ids.ts';
import { drawMessage, type MessageOptions } from '../../slack/draw/draw-message.ts';
import { unpackCommand } from '../../slack/draw/pack-command.ts';
import { element } from './element.ts';
import { showJson } from './json.ts';
import { scrollBox } from './scroll-box.ts';
import { currentTheme } from './theme.ts';

let root: Root | undefined;

/** Whom Slack would name as the asker of an answer that everybody sees. */
const asker = { id: 'U0123456789', name: 'you' };

/** Shows the message that Slack would get, as Slack draws it, its JSON, and where to open that. */
export function showSlack(answer: Answer): void {
  const shown = begin();
  const options: MessageOptions = answer.share
    ? { audience: 'everybody', askedBy: asker }
    : { audience: 'asker' };
  const { blocks, ...message } = drawMessage(answer, options);
  const drawn = createElement(Message, {
    blocks: asDrawn(blocks),
    data: { users: [asker] },
    logo: '',
    name: 'ConvParams',
    theme: currentTheme(),
    withoutWrapper: true,
  });
  // At once, so that its buttons are there, and a page that is printed has it in its light colours.
  flushSync(() => shown.render(drawn));
  const host = element('slack-message', HTMLElement);
  const asked = blocks.flatMap((block) => (block.type === 'actions' ? block.elements.map(questionOf) : []));
  for (const [index, button] of host.querySelectorAll('button').entries()) carry(button, asked[index]);
  scrollBox(host);
  element('slack-private', HTMLElement).hidden = answer.share;
  showJson('slack-json', { ...message, blocks });
  const builder = `https://app.slack.com/block-kit-builder/#${encodeURIComponent(JSON.stringify({ blocks }))}`;
  element('block-kit', HTMLAnchorElement).href = builder;
}

/**
 * The blocks as the library takes them. It reads `verbatim` as "no markup at all"; to Slack it says only that
 * bare addresses and names are no links (docs.slack.dev/reference/block-kit/composition-objects/text-object).
 */
function asDrawn(blocks: readonly KnownBlock[]): MessageProps['blocks'] {
  const json = JSON.stringify(blocks, (key, value: unknown) => (key === 'verbatim' ? undefined : value));
  // The same JSON under two types: @slack/types' and the library's own.
  return JSON.parse(json) as MessageProps['blocks'];
}

function begin(): Root {
  if (root) return root;
  const styles = document.createElement('link');
  styles.rel = 'stylesheet';
  styles.href = document.documentElement.dataset['slackStyles'] ?? '';
  document.head.append(styles);
  root = createRoot(element('slack-message', HTMLElement));
  return root;
}

/** A button asks its question here as it does there; what only Slack can do is shown, and says so. */
function carry(button: HTMLButtonElement, question: string | undefined): void {
  const isIdle = question === undefined;
  const attributes = {
    'data-ask': question,
    'aria-disabled': isIdle ? 'true' : undefined,
    title: isIdle ? 'Works in Slack only' : undefined,
  };
  for (const [name, value] of Object.entries(attributes)) {
    // React keeps the button of the message before.
    if (value === undefined) button.removeAttribute(name);
    else button.setAttribute(name, value);
  }
}

function questionOf(part: ActionsBlock['elements'][number]): string | undefined {
  const isAsk = part.type === 'button' && anyAskId.test(part.action_id ?? '');
  return isAsk && part.value !== undefined ? unpackCommand(part.value) : undefined;
}
