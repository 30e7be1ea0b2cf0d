import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask.ts';
import { catalogue, examples } from '../../src/command/catalogue.ts';
import { topicNames } from '../../src/command/topics.ts';

describe('help', () => {
  it.each([
    'help',
    'Help',
    ' help ',
    'help?',
    '?',
    ' ? ',
    '/convparams help',
    '@convparams ?',
    'usage',
    'commands',
  ])('%j shows all', (question) => {
    expect(ask(question)).toMatchObject({ kind: 'help', command: 'help' });
  });

  const names = catalogue.flatMap((entry) => [...entry.names, ...Object.keys(entry.flags ?? {})]);

  it.each([...new Set(names)])('help %s', (name) => {
    const answer = ask(`help ${name}`);
    expect(answer).toMatchObject({ kind: 'help', command: `help ${name}` });
    expect(ask(answer.command)).toEqual(answer);
  });

  it('on a subject that is no word is the lecture on it', () => {
    expect(ask('help accuracy').command).toBe('explain accuracy');
  });

  it.each(['3 64 64 help', 'helping 3 64 64'])('%s is no help', (question) => {
    expect(ask(question).kind).toBe('problem');
  });
});

describe('explain', () => {
  it.each<[string, string]>([
    ['separable', 'separable'],
    ['depthwise separable', 'separable'],
    ['MobileNet', 'separable'],
    ['depthwise', 'depthwise'],
    ['dw', 'depthwise'],
    ['groups', 'groups'],
    ['ResNeXt', 'groups'],
    ['bias', 'bias'],
    ['no bias', 'bias'],
    ['nobias', 'bias'],
    ['batch norm', 'bias'],
    ['accuracy', 'accuracy'],
    ['MACs', 'macs'],
    ['flops', 'macs'],
    ['arithmetic intensity', 'macs'],
    ['padding', 'padding'],
    ['same', 'padding'],
    ['receptive field', 'receptive field'],
    ['receptive_field', 'receptive field'],
    ['dtype', 'dtype'],
    ['int8', 'dtype'],
  ])('%s is %s', (words, topic) => {
    for (const verb of ['explain', 'why', 'Explain', 'why is', '/convparams explain']) {
      expect(ask(`${verb} ${words}`).command).toBe(`explain ${topic}`);
      expect(ask(`${verb} the ${words}?`.replace('is the', 'is')).command).toBe(`explain ${topic}`);
    }
  });

  it.each(['why', 'explain', 'why?', 'Why?'])('%s is separable', (question) => {
    expect(ask(question).command).toBe('explain separable');
  });

  it.each(topicNames)('%s is its own canonical text', (topic) => {
    expect(ask(ask(`explain ${topic}`).command)).toEqual(ask(`explain ${topic}`));
  });
});

describe('examples', () => {
  it.each(examples)('$command works', ({ command }) => {
    expect(ask(command).kind).not.toBe('problem');
  });

  it.each(catalogue)('$example says something about $title', ({ example }) => {
    expect(ask(example).kind).toBe('answer');
  });
});
