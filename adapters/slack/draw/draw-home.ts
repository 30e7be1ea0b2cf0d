import type { HomeView, KnownBlock } from '@slack/types';
import { code, strong, text } from '../../../src/answer/answer.ts';
import { examples } from '../../../src/command/catalogue.ts';
import { askId } from '../action-ids.ts';
import { appName, messageShortcutName, privacy, slashCommand } from '../names.ts';
import { button, editButton } from './buttons.ts';
import { clip } from './clip.ts';
import { context } from './context.ts';
import { escaped } from './escaped.ts';
import { limits } from './limits.ts';
import { plainText } from './plain-text.ts';
import { richText } from './rich-text.ts';

/** The app's home: what it can do, questions to try, and the calculator. */
export function drawHome(): HomeView {
  const open = [editButton('Open the calculator', ''), button(askId(0), 'All words', 'help')];
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: plainText('What does this convolution layer cost?') },
      richText([
        text('Type '),
        code(slashCommand),
        text(' and a layer in any conversation, and read its parameters as a '),
        strong('standard, depthwise and depthwise-separable'),
        text(' convolution, the formula with the numbers put in, and why the savings are what they are. '),
        text('Only you see the answer until you share it.'),
      ]),
      { type: 'actions', elements: open.filter((one) => one !== undefined) },
      { type: 'divider' },
      { type: 'header', text: plainText('Questions to try') },
      ...examples.map(exampleBlock),
      { type: 'divider' },
      richText([
        text('In a thread, mention the app: '),
        code(`@${appName} ${examples[0]?.command ?? ''}`),
        text('. In a direct message, just ask. On a message with PyTorch or Keras code, choose '),
        strong(messageShortcutName),
        text(' from its menu.'),
      ]),
      context(privacy),
    ],
  };
}

function exampleBlock({ command, teaches }: (typeof examples)[number], index: number): KnownBlock {
  const ask = button(askId(index), 'Ask', command);
  const text = `\`${escaped(command)}\`\n${escaped(teaches)}`;
  return {
    type: 'section',
    text: { type: 'mrkdwn', text, verbatim: true },
    ...(ask ? { accessory: { ...ask, accessibility_label: clip(`Ask ${command}`, limits.buttonText) } } : {}),
  };
}
