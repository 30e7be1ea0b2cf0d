import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { discordCommands } from '../../../../adapters/discord/commands/discord-commands.ts';
import { sameCommands } from '../../../../adapters/discord/commands/same-commands.ts';
import { languages } from '../../../../adapters/discord/commands/translations.ts';
import { respond } from '../../../../adapters/discord/interactions/respond.ts';
import { command } from '../../../support/discord/interactions.ts';
import { commandsFaults } from '../../../support/discord/payload-faults.ts';
import { shownText } from '../../../support/discord/shown.ts';

const commands = discordCommands();
const [slash, menu] = commands;
const options = slash && 'options' in slash ? (slash.options ?? []) : [];

test('Discord takes them', () => {
  expect(commandsFaults(JSON.parse(JSON.stringify(commands)))).toEqual([]);
});

test('one command with all that can be typed, and one in the context menu of messages', () => {
  expect(commands.map(({ name }) => name)).toEqual(['convparams', 'Price conv layers']);
  expect(options.map(({ name }) => name)).toEqual([
    'query',
    'kernel',
    'in',
    'out',
    'bias',
    'groups',
    'stride',
    'padding',
    'dilation',
    'input',
    'share',
  ]);
});

test('installable by servers and by users, in servers, direct messages and groups', () => {
  for (const one of [slash, menu])
    expect(one).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
});

test('only the question has suggestions, and nothing has to be given', () => {
  const suggesting = options.filter((option) => 'autocomplete' in option && option.autocomplete);
  expect(suggesting.map(({ name }) => name)).toEqual(['query']);
  expect(options.filter(({ required }) => required)).toEqual([]);
});

test('numbers have the limits of the language', () => {
  expect(options.find(({ name }) => name === 'groups')).toMatchObject({
    type: ApplicationCommandOptionType.Integer,
    min_value: 1,
    max_value: 1_000_000,
  });
});

describe('every option is read', () => {
  const values = {
    kernel: '5',
    in: 64,
    out: 32,
    bias: false,
    groups: 4,
    stride: '2',
    padding: 'valid',
    dilation: '2',
  };
  const plain = shownText(respond(command({ input: '56' })).response);

  test.each(Object.entries(values))('%s', (name, value) => {
    const { response } = respond(command({ input: '56', [name]: value }));
    expect(shownText(response)).not.toBe(plain);
  });
});

test.each(languages)('everything has a name and a description in %s', (language) => {
  for (const option of options) {
    expect(option.name_localizations?.[language]).toBeTruthy();
    expect(option.description_localizations?.[language]).toBeTruthy();
  }
  expect(menu?.name_localizations?.[language]).toBeTruthy();
});

describe('whether Discord has them already', () => {
  // As Discord gives commands back: with ids and defaults, and its own order of keys.
  const registered = (list: readonly object[]) =>
    JSON.parse(JSON.stringify(list)).map((one: object) => ({
      id: '1',
      version: '2',
      nsfw: false,
      dm_permission: true,
      default_member_permissions: null,
      ...Object.fromEntries(Object.entries(one).reverse()),
      ...('options' in one ? {} : { description: '', options: [] }),
    }));

  test('they are the same, whatever Discord adds', () => {
    expect(sameCommands(commands, registered(commands))).toBe(true);
    expect(sameCommands(commands, registered([...commands].reverse()))).toBe(true);
  });

  test.each([
    ['none', []],
    ['one is missing', commands.slice(0, 1)],
    ['one too many', [...commands, { ...menu, name: 'Another' }]],
    ['another name', commands.map((one) => ({ ...one, name: `${one.name}x` }))],
    ['another language', commands.map((one) => ({ ...one, name_localizations: { it: 'x' } }))],
    [
      'a limit that is gone',
      commands.map((one) => withOptions(one, (option) => ({ ...option, max_value: undefined }))),
    ],
    [
      'a limit that is new',
      commands.map((one) => withOptions(one, (option) => ({ ...option, max_length: 10 }))),
    ],
    ['another order of options', commands.map((one) => ({ ...one, options: [...options].reverse() }))],
    ['fewer contexts', commands.map((one) => ({ ...one, contexts: [0] }))],
  ])('%s', (_, list) => {
    expect(sameCommands(commands, registered(list))).toBe(false);
  });
});

function withOptions(one: object, change: (option: object) => object): object {
  return 'options' in one ? { ...one, options: options.map(change) } : one;
}
