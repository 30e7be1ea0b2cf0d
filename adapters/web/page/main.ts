import { examples } from '../../../src/command/catalogue.ts';
import { hashOf, readHash } from '../address.ts';
import { askButton } from '../draw/draw-actions.ts';
import { fieldMistake, type State, stateOfField, stateOfOffer, stateOfText } from '../state.ts';
import { copyButton } from './copy.ts';
import { element } from './element.ts';
import { fields } from './fields.ts';
import { journal } from './journal.ts';
import { layerPanel } from './layer-panel.ts';
import { line } from './line.ts';
import { mount } from './mount.ts';
import { panels } from './panels.ts';
import { tell } from './status.ts';
import { tabs } from './tabs.ts';
import { themeButton } from './theme-button.ts';

/** A page that nobody asked anything begins with the first example. */
const first = examples[0]?.command ?? '';

const opened = readHash(location.hash);
let state = stateOfText(opened?.question ?? first);

const book = journal((address) => {
  tab.select(address?.tab ?? 'answer');
  show(stateOfText(address?.question ?? first, state));
});
const tab = tabs(() => {
  book.step(address());
  draw(tab.current(), state.answer);
});
const draw = panels();
const ask = line(
  (text) => {
    show(stateOfText(text, state));
    book.type(address());
  },
  () => book.settle(),
);
const fill = fields((field, value) => {
  show(stateOfField(field, value, state));
  book.type(address());
});

const openFields = layerPanel();

/** The one way in which anything on the page changes. */
function show(next: State): void {
  state = next;
  ask(state.line);
  fill(state);
  openFields(state.fields !== 'none');
  draw(tab.current(), state.answer);
  document.title = `${state.answer.title} · convparams`;
  tell(fieldMistake(state)?.message ?? state.answer.lead.map(({ text }) => text).join(''));
}

function address() {
  return { question: state.line, tab: tab.current() };
}

mount(
  element('examples', HTMLElement),
  examples.map(({ command }) => askButton(command, command, 'example')),
);

document.addEventListener('click', ({ target }) => {
  const question = target instanceof Element ? target.closest<HTMLElement>('[data-ask]') : null;
  if (question?.dataset['ask'] === undefined) return;
  const isNext = question.closest('[role="tabpanel"]') !== null;
  show(stateOfOffer(question.dataset['ask'], state));
  book.step(address());
  // The button that was pressed is gone; whoever goes by keyboard goes on from where the new answer begins.
  const panel = element(`panel-${tab.current()}`, HTMLElement);
  if (isNext) (panel.querySelector<HTMLElement>('.title') ?? panel).focus();
});

// Not by its address: that is where the question is.
document.querySelector('.skip')?.addEventListener('click', (event) => {
  event.preventDefault();
  element(`panel-${tab.current()}`, HTMLElement).focus();
});

copyButton(element('copy-link', HTMLButtonElement), () => new URL(hashOf(address()), location.href).href);
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  copyButton(button, () => element(button.dataset['copy'] ?? '', HTMLElement).textContent ?? '');
}

tab.select(opened?.tab ?? 'answer');
themeButton(() => draw(tab.current(), state.answer));
show(state);
