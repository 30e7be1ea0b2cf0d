import { element } from './element.ts';

/**
 * The panel of the fields; gives what tells it whether the question has any. On a phone the answer is seen at
 * once, and the fields before it wait to be opened; ten empty ones are shown nowhere unless somebody opens them.
 */
export function layerPanel(): (hasFields: boolean) => void {
  const panel = element('layer', HTMLDetailsElement);
  const isWide = matchMedia('(min-width: 60rem)');
  let had = true;
  const settle = () => {
    panel.open = isWide.matches && had;
  };
  isWide.addEventListener('change', settle);
  settle();
  return (hasFields) => {
    // Only then: whoever opened or closed it meanwhile wants it so.
    if (hasFields === had) return;
    had = hasFields;
    settle();
  };
}
