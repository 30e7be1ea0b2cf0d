import type { TextFile } from './said-in.ts';

/** Reads a file that is attached to a message. Rejects where it can't be had, is too long or comes too late. */
export type ReadFile = (file: TextFile) => Promise<string>;

/** Longer files are not read: it is more than any question may have. */
export const mostBytes = 400_000;

const mostMilliseconds = 5_000;

/** Where Discord keeps attachments: https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
const hosts = ['cdn.discordapp.com', 'media.discordapp.net'];

/** Reads from Discord alone, or from the emulator whose API is given: whatever a message names, nothing else is asked. */
export function fileReader(apiUrl: string | undefined): ReadFile {
  const emulator = apiUrl === undefined ? undefined : new URL(apiUrl).origin;
  return async ({ url }) => {
    const { protocol, host, origin } = new URL(url);
    const isOfDiscord = protocol === 'https:' && hosts.includes(host);
    if (!isOfDiscord && origin !== emulator) throw new Error('the file is not kept by Discord');
    const signal = AbortSignal.timeout(mostMilliseconds);
    const response = await fetch(url, { redirect: 'error', signal });
    if (!response.ok || !response.body) throw new Error(`the file was answered with ${response.status}`);
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of response.body) {
      bytes += part.length;
      if (bytes > mostBytes) throw new Error('the file is longer than was said');
      parts.push(part);
    }
    return new TextDecoder().decode(Buffer.concat(parts));
  };
}
