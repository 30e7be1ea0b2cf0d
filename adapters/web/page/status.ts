import { element } from './element.ts';

/** A reader that hears every keystroke's answer hears none: it is told when the typing has paused. */
const pause = 700;

let timer: number | undefined;

/** Tells screen readers, politely. */
export function tell(text: string): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    element('status', HTMLElement).textContent = text;
  }, pause);
}
