import { z } from 'zod';

/** Arguments that WebClient writes as JSON into a form, as it does with everything that is not a scalar. */
const structured = new Set([
  'attachments',
  'blocks',
  'chunks',
  'files',
  'metadata',
  'prompts',
  'unfurls',
  'user_auth_blocks',
  'view',
]);

/** Arguments that are yes or no. Not every `true` is one: a text may say so. */
const flags = new Set([
  'as_user',
  'link_names',
  'mrkdwn',
  'reply_broadcast',
  'return_im',
  'unfurl_links',
  'unfurl_media',
]);

const object = z.record(z.string(), z.unknown());

/** The arguments of a Web API call as the caller wrote them, out of its form or its JSON. */
export function callArguments(contentType: string, body: string): Record<string, unknown> {
  if (contentType.startsWith('application/json')) return object.parse(JSON.parse(body));
  if (body !== '' && !contentType.startsWith('application/x-www-form-urlencoded')) {
    throw new Error(`arguments as ${contentType} are not read`);
  }
  return Object.fromEntries([...new URLSearchParams(body)].map(([name, text]) => [name, read(name, text)]));
}

function read(name: string, text: string): unknown {
  if (flags.has(name) && /^(?:true|false)$/.test(text)) return text === 'true';
  if (!structured.has(name)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
