import { element } from './element.ts';
import { scrollBox } from './scroll-box.ts';

/** Shows a value as JSON in the box with this id. */
export function showJson(id: string, value: object): void {
  const box = element(id, HTMLElement);
  box.textContent = JSON.stringify(value, null, 2);
  scrollBox(box);
}
