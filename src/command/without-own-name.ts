import { commandName } from './catalogue.ts';

const ownName = new RegExp(String.raw`^\s*[/@]${commandName}\b`, 'i');

/** `/convparams 7 512 512`, as it is typed in a chat: the name becomes spaces, so that places stay. */
export function withoutOwnName(text: string): string {
  const [own = ''] = ownName.exec(text) ?? [];
  return own === '' ? text : ' '.repeat(own.length) + text.slice(own.length);
}
