import { generateKeyPairSync, sign } from 'node:crypto';

const keys = generateKeyPairSync('ed25519');

/** An application's public key, as the Developer Portal shows it. */
export const publicKey = Buffer.from(keys.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString(
  'hex',
);

/** An interaction as Discord posts it. */
export function signedInteraction(interaction: object): {
  readonly headers: Record<string, string>;
  readonly body: string;
} {
  const body = JSON.stringify(interaction);
  const timestamp = String(Math.floor(Date.now() / 1_000));
  return {
    headers: {
      'content-type': 'application/json',
      'x-signature-timestamp': timestamp,
      'x-signature-ed25519': sign(null, Buffer.from(timestamp + body), keys.privateKey).toString('hex'),
    },
    body,
  };
}
