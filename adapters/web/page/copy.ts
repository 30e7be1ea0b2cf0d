import { tell } from './status.ts';

/** How long a button says that it has copied. */
const shown = 1_600;

/** A button that copies a text, and says whether that worked. */
export function copyButton(button: HTMLButtonElement, text: () => string): void {
  const label = button.textContent;
  button.addEventListener('click', async () => {
    const outcome = (await isCopied(text())) ? 'Copied' : 'Not allowed to copy';
    button.textContent = outcome;
    tell(outcome);
    setTimeout(() => {
      button.textContent = label;
    }, shown);
  });
}

async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no permission, or a page that came over plain HTTP from another machine
  }
}
