import { createPublicKey, verify } from 'node:crypto';

/** What Discord sends with a request: its headers X-Signature-Ed25519 and X-Signature-Timestamp, and its body. */
export type Signed = {
  readonly signature: string;
  readonly timestamp: string;
  readonly body: Uint8Array;
};

/** How far the clocks may differ, to both sides. Discord names no limit; Slack's is five minutes as well. */
const mostSecondsApart = 300;

/**
 * Checks requests against an application's public key (64 hexadecimal digits), which is read once. `now` is in
 * milliseconds. Throws for a key that is none.
 */
export function signatureCheck(publicKey: string): (signed: Signed, now: number) => boolean {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return ({ signature, timestamp, body }, now) => {
    if (!/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
    if (Math.abs(now / 1_000 - Number(timestamp)) > mostSecondsApart) return false;
    return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'));
  };
}
