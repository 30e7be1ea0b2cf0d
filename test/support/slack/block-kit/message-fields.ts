import type { Fields } from './table.ts';

/**
 * What a message may hold beside its blocks, in the forms of the table: the arguments of chat.postMessage and
 * its kin (chat.d.ts of @slack/web-api) and of a response (RespondArguments of @slack/bolt 5.1.0).
 * `markdown_text` is left out: Slack takes it only without `text`, and a message of ours always has one.
 */
export const messageFields: Fields = {
  token: 's:1-*',
  team_id: 's:1-*',
  channel: 's:1-*',
  user: 's:1-*',
  ts: 's:1-*',
  thread_ts: 's:1-*',
  view_id: 's:1-*',
  // Length and blankness are rules about the payload.
  text: 's:0-*',
  blocks: 'any',
  attachments: 'a:0-*:o:attachment',
  metadata: 'any',
  mrkdwn: 'b',
  parse: 'e:full|none',
  link_names: 'b',
  unfurl_links: 'b',
  unfurl_media: 'b',
  response_type: 'e:in_channel|ephemeral',
  replace_original: 'b',
  delete_original: 'b',
  reply_broadcast: 'b',
  as_user: 'b',
  username: 's:1-*',
  icon_url: 'url:1-*',
  icon_emoji: 's:1-*',
};
