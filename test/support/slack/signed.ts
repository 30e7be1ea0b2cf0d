import { randomUUID } from 'node:crypto';
import { sign } from '../../../adapters/slack/signature.ts';

export const signingSecret = '0123456789abcdef0123456789abcdef';

export type SignedRequest = { readonly headers: Record<string, string>; readonly body: string };

export type Signing = {
  readonly timestamp?: number;
  readonly secret?: string;
  readonly contentType?: string;
};

/** A body with the headers that Slack sends with it. */
export function signed(body: string, contentType: string, signing: Signing = {}): SignedRequest {
  const timestamp = String(signing.timestamp ?? Math.floor(Date.now() / 1_000));
  return {
    headers: {
      'content-type': signing.contentType ?? contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': sign(signing.secret ?? signingSecret, timestamp, body),
    },
    body,
  };
}

export function signedForm(fields: Record<string, string>, signing: Signing = {}): SignedRequest {
  return signed(String(new URLSearchParams(fields)), 'application/x-www-form-urlencoded', signing);
}

export function signedJson(body: unknown, signing: Signing = {}): SignedRequest {
  return signed(JSON.stringify(body), 'application/json', signing);
}

/** A slash command, another one each time: two equal ones differ by their trigger. */
export function signedCommand(
  text: string,
  fields: Record<string, string> = {},
  signing: Signing = {},
): SignedRequest {
  return signedForm(
    {
      token: 'verification',
      team_id: 'T0CONVPARAMS',
      team_domain: 'convolution',
      channel_id: 'C0LAYERS',
      channel_name: 'layers',
      user_id: 'U0ADA',
      user_name: 'ada',
      command: '/convparams',
      text,
      api_app_id: 'A0CONVPARAMS',
      is_enterprise_install: 'false',
      response_url: 'http://127.0.0.1:9/unused',
      trigger_id: randomUUID(),
      ...fields,
    },
    signing,
  );
}
