import { parse } from 'node:querystring';

/**
 * The body of one of Slack's requests: JSON for events, a form for commands, JSON in a form for clicks. The
 * form's content type may carry a charset. Undefined where it is none of these.
 */
export function parseBody(body: string, contentType = ''): Record<string, unknown> | undefined {
  if (!isForm(contentType)) return parseObject(body);
  const form = parse(body);
  const { payload } = form;
  return typeof payload === 'string' ? parseObject(payload) : form;
}

/** Slack asks now and then whether the address has TLS: docs.slack.dev/interactivity/implementing-slash-commands */
export function isTlsCheck(body: string, contentType = ''): boolean {
  return isForm(contentType) && /(?:^|&)ssl_check=1(?:&|$)/.test(body);
}

function isForm(contentType: string): boolean {
  return /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType);
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined; // JSON.parse says in no other way that a text is no JSON
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
