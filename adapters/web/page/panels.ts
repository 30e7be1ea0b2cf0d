import type { Answer } from '../../../src/answer/answer.ts';
import { drawAnswer } from '../draw/draw-answer.ts';
import type { TabName } from '../tab-names.ts';
import { element } from './element.ts';
import { showJson } from './json.ts';
import { mount } from './mount.ts';

/** Shows an answer in a tab. */
type Show = (answer: Answer) => void;

/** Previews come when they are first looked at: their libraries are larger than all the rest of the page. */
const loadSlack = () => import('./slack-preview.ts').then(({ showSlack }) => showSlack);
const loadDiscord = () => import('./discord-preview.ts').then(({ showDiscord }) => showDiscord);

/** Draws the tab that is looked at, and no other. */
export function panels(): (tab: TabName, answer: Answer) => void {
  let wanted: Answer | undefined;
  const shown = {
    slack: lazily('slack-message', loadSlack),
    discord: lazily('discord-message', loadDiscord),
  };
  return (tab, answer) => {
    wanted = answer;
    switch (tab) {
      case 'answer':
        return mount(element('answer', HTMLElement), drawAnswer(answer));
      case 'json':
        return showJson('numbers-json', answer.numbers);
      default:
        void shown[tab](() => wanted ?? answer);
    }
  };
}

/** Loads what shows an answer, and shows the one that is wanted by then. */
function lazily(host: string, load: () => Promise<Show>): (answer: () => Answer) => Promise<void> {
  let show: Show | undefined;
  return async (answer) => {
    try {
      show ??= await load();
    } catch {
      element(host, HTMLElement).textContent =
        'The preview could not be loaded. Reload the page to try it again.';
      return;
    }
    show(answer());
  };
}
