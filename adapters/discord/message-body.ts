import {
  type APIAllowedMentions,
  type APIMessageTopLevelComponent,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Audience } from './draw/buttons.ts';

/** What every message of the bot has in common: Components V2, and nobody is ever mentioned by it. */
export type MessageBody = {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowed_mentions: APIAllowedMentions;
};

export function messageBody(components: APIMessageTopLevelComponent[], audience: Audience): MessageBody {
  return {
    flags: MessageFlags.IsComponentsV2 + (audience === 'private' ? MessageFlags.Ephemeral : 0),
    components,
    allowed_mentions: { parse: [], replied_user: false },
  };
}
