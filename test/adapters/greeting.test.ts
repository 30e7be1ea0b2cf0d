import { describe, expect, test } from 'vitest';
import { greeting } from '../../adapters/greeting.ts';
import { listenFault } from '../../adapters/listen-fault.ts';

const config = { host: '127.0.0.1', port: 3_000, logLevel: 'info' } as const;

describe('the greeting', () => {
  test.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::', 'http://127.0.0.1:3000'],
    ['::1', 'http://[::1]:3000'],
    ['localhost', 'http://localhost:3000'],
  ])('on %s gives an address that a browser can open', (host, address) => {
    const lines = greeting({ ...config, host }, 3_000, false).split('\n');
    expect(lines.at(-2)).toBe(`convparams: the playground is at ${address}`);
    expect(lines.at(-1)).toBe('');
  });

  test.each([{ slack: { botToken: 'xoxb-1' } }, { discord: {} }])('once a chat is set up: %j', (chat) => {
    const place = '\nconvparams: the playground is at http://127.0.0.1:3000\n';
    expect(greeting({ ...config, ...chat }, 3_000, true)).toBe(place);
    // Without a terminal the output is a log.
    expect(greeting({ ...config, ...chat }, 3_000, false)).toBe('');
  });

  test('says what to set while no chat is', () => {
    expect(greeting(config, 3_000, true)).toMatch(/SLACK_BOT_TOKEN.*DISCORD_TOKEN/);
  });
});

describe('why it can’t listen', () => {
  const fault = (code: string, port = 3_000) =>
    listenFault(Object.assign(new Error(code), { code }), { host: '127.0.0.1', port });

  test.each([
    ['EADDRINUSE', 3_000, 'PORT=3001 npm start'],
    ['EADDRINUSE', 65_535, 'PORT=3000 npm start'],
    ['EACCES', 80, 'PORT=3000 npm start'],
    ['EADDRNOTAVAIL', 3_000, 'HOST=0.0.0.0 npm start'],
  ])('%s on %s: try %s', (code, port, advice) => expect(fault(code, port)).toContain(advice));

  test('is left alone where it is no matter of settings', () => {
    expect(fault('EMFILE')).toBeUndefined();
    expect(listenFault('text', config)).toBeUndefined();
  });
});
