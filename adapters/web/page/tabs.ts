import { type TabName, tabNames } from '../tab-names.ts';
import { element } from './element.ts';

export type Tabs = { readonly current: () => TabName; readonly select: (name: TabName) => void };

/** Where a key leads from a tab (ARIA Authoring Practices, Tabs). */
const steps: Readonly<Record<string, (index: number) => number>> = {
  ArrowRight: (index) => (index + 1) % tabNames.length,
  ArrowLeft: (index) => (index + tabNames.length - 1) % tabNames.length,
  Home: () => 0,
  End: () => tabNames.length - 1,
};

/** The tabs over the answer. One is in the order of focus; arrow keys lead to the others. */
export function tabs(onSelect: (name: TabName) => void): Tabs {
  let current: TabName = 'answer';
  const tabOf = (name: TabName) => element(`tab-${name}`, HTMLButtonElement);
  const select = (selected: TabName) => {
    current = selected;
    for (const name of tabNames) {
      const isSelected = name === selected;
      tabOf(name).setAttribute('aria-selected', String(isSelected));
      tabOf(name).tabIndex = isSelected ? 0 : -1;
      element(`panel-${name}`, HTMLElement).hidden = !isSelected;
    }
  };
  for (const [index, name] of tabNames.entries()) {
    tabOf(name).addEventListener('click', () => {
      select(name);
      onSelect(name);
    });
    tabOf(name).addEventListener('keydown', (event) => {
      const next = tabNames[steps[event.key]?.(index) ?? -1];
      if (next === undefined) return;
      event.preventDefault();
      tabOf(next).focus();
      tabOf(next).click();
    });
  }
  return { current: () => current, select };
}
