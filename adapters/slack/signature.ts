import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** How far a request's time may be from ours, on both sides: docs.slack.dev/authentication/verifying-requests */
export const windowSeconds = 5 * 60;

const version = 'v0';

/** Slack's signature of a body: HMAC-SHA256 over `v0:timestamp:body`, in hex behind `v0=`. */
export function sign(key: KeyObject | string, timestamp: string, body: Buffer | string): string {
  return `${version}=${digest(key, timestamp, body).toString('hex')}`;
}

/** Whether a request is Slack's and of now. Bolt lets a time in the future pass, so that this is our own. */
export function isSigned(
  key: KeyObject | string,
  { timestamp, signature, body }: { timestamp: unknown; signature: unknown; body: Buffer },
  now = Date.now(),
): boolean {
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
  if (typeof signature !== 'string' || !/^v0=[0-9a-f]{64}$/.test(signature)) return false;
  if (Math.abs(now / 1_000 - Number(timestamp)) > windowSeconds) return false;
  return timingSafeEqual(
    digest(key, timestamp, body),
    Buffer.from(signature.slice(version.length + 1), 'hex'),
  );
}

function digest(key: KeyObject | string, timestamp: string, body: Buffer | string): Buffer {
  return createHmac('sha256', key).update(`${version}:${timestamp}:`).update(body).digest();
}
