import { element } from './element.ts';
import { letKeysScroll } from './mount.ts';

/** Shows a value as JSON in the box with this id. */
export function showJson(id: string, value: object): void {
  const box = element(id, HTMLElement);
  box.textContent = JSON.stringify(value, null, 2);
  letKeysScroll(box);
}
