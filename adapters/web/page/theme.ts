export type Theme = 'light' | 'dark';

const key = 'theme';

/** What was chosen on this page before, else what the system prefers. */
export function preferredTheme(): Theme {
  const chosen = remembered();
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
}

export function currentTheme(): Theme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

/** A browser may keep no storage for a page; a choice then lasts as long as the page. */
export function rememberTheme(theme: Theme): void {
  try {
    localStorage.setItem(key, theme);
  } catch {}
}

function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
