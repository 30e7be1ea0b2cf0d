import { editWords } from './catalogue.ts';
import { fold } from './fold.ts';
import { withoutOwnName } from './without-own-name.ts';

const edit = new RegExp(String.raw`^\s*(?:${editWords.join('|')})(?![\w=])`, 'i');

/** The question behind a wish to change it in a form: `edit 7 512 512`. Undefined where it is no such wish. */
export function editRequest(text: string): string | undefined {
  const [word] = edit.exec(withoutOwnName(fold(text))) ?? [];
  return word === undefined ? undefined : withoutOwnName(text).slice(word.length).trim();
}
