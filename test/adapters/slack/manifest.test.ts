import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { slackManifest } from '../../../adapters/slack/manifest.ts';
import { botEvents, scopes } from '../../../adapters/slack/scopes.ts';
import limitsTable from '../../fixtures/slack/block-kit-limits.json' with { type: 'json' };
import schema from '../../fixtures/slack/slack-manifest.schema.json' with { type: 'json' };

const { manifest: limits } = limitsTable;

/** What these tests look at. */
const shape = z.object({
  display_information: z.object({ name: z.string(), description: z.string(), long_description: z.string() }),
  features: z.object({
    shortcuts: z.array(z.object({ name: z.string(), callback_id: z.string(), description: z.string() })),
    slash_commands: z.array(
      z.object({
        command: z.string(),
        description: z.string(),
        usage_hint: z.string(),
        url: z.string().optional(),
      }),
    ),
  }),
  settings: z.object({
    event_subscriptions: z.object({ request_url: z.string().optional() }),
    interactivity: z.object({ request_url: z.string().optional() }),
    socket_mode_enabled: z.boolean(),
  }),
});

const url = 'https://bot.example.org/slack/events';

describe.each([{ kind: 'socket' }, { kind: 'http', url }] as const)('the manifest for $kind', (transport) => {
  const manifest = slackManifest(transport);

  test('is valid by Slack’s schema', () => {
    // Formats such as `uri` are another package's; what has one here is looked at below.
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    validate(manifest);
    expect(validate.errors).toBeNull();
    expect(validate({ ...manifest, unheard_of: 1 })).toBe(false);
  });

  test('is within Slack’s limits', () => {
    const { display_information: display, features } = shape.parse(manifest);
    const lengths = [
      [display.name, limits.name],
      [display.description, limits.description],
      [display.long_description, limits.long_description],
      ...features.shortcuts.flatMap(
        ({ name, description }) =>
          [
            [name, limits.shortcuts.name],
            [description, limits.shortcuts.description],
          ] as const,
      ),
      ...features.slash_commands.flatMap(
        ({ command, description, usage_hint }) =>
          [
            [command, limits.slash_commands.command.len],
            [description, limits.slash_commands.description],
            [usage_hint, limits.slash_commands.usage_hint],
          ] as const,
      ),
    ] as const;
    for (const [text, [least = 0, most = 0]] of lengths) {
      expect([...text].length, text).toBeGreaterThanOrEqual(least);
      expect([...text].length, text).toBeLessThanOrEqual(most);
    }
  });

  test('names addresses over HTTP alone', () => {
    const { features, settings } = shape.parse(manifest);
    const addresses = [
      features.slash_commands[0]?.url,
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
    ];
    expect(addresses).toEqual(Array(3).fill(transport.kind === 'http' ? url : undefined));
    expect(settings.socket_mode_enabled).toBe(transport.kind === 'socket');
  });
});

test('every scope has its reason, and every event its scope', () => {
  for (const reason of Object.values(scopes)) expect(reason.length).toBeGreaterThan(10);
  for (const scope of Object.values(botEvents)) {
    if (scope !== undefined) expect(Object.keys(scopes)).toContain(scope);
  }
});
