import { element } from './element.ts';
import { applyTheme, currentTheme, preferredTheme, rememberTheme, type Theme } from './theme.ts';

/** The button that changes between light and dark; the system's own change is followed until it is pressed. */
export function themeButton(onChange: () => void): void {
  const button = element('theme', HTMLButtonElement);
  const show = (theme: Theme) => {
    applyTheme(theme);
    button.textContent = theme === 'dark' ? 'Light' : 'Dark';
    button.setAttribute('aria-label', `Change to ${theme === 'dark' ? 'light' : 'dark'} colours`);
    onChange();
  };
  button.addEventListener('click', () => {
    const theme = currentTheme() === 'dark' ? 'light' : 'dark';
    rememberTheme(theme);
    show(theme);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => show(preferredTheme()));
  // Paper is white. What is drawn in a theme, as Slack's message is, does not follow a style sheet for print.
  window.addEventListener('beforeprint', () => {
    const theme = currentTheme();
    show('light');
    window.addEventListener('afterprint', () => show(theme), { once: true });
  });
  show(currentTheme());
}
