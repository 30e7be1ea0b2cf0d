import { element } from './element.ts';

/** The line that asks; gives what shows a question in it. It grows with what is pasted; Enter in a question of one line settles it. */
export function line(onType: (text: string) => void, onSettle: () => void): (text: string) => void {
  const area = element('line', HTMLTextAreaElement);
  const grow = () => {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
  area.addEventListener('input', () => {
    grow();
    onType(area.value);
  });
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || area.value.includes('\n')) return;
    event.preventDefault();
    onSettle();
  });
  window.addEventListener('resize', grow);
  return (text) => {
    if (area.value !== text) area.value = text;
    grow();
  };
}
