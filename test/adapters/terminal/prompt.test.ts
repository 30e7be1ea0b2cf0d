import { describe, expect, it, test, vi } from 'vitest';
import { run } from '../../../adapters/terminal/run.ts';
import { plain } from '../../../src/answer/plain.ts';
import { ask } from '../../../src/ask.ts';
import { fakeIo } from './fake-io.ts';

const up = '\x1b[A';
const ctrlC = '\x03';
const ctrlD = '\x04';
const pasted = (text: string) => `\x1b[200~${text.replaceAll('\n', '\r')}\x1b[201~`;

/** Types into a prompt until it ends; gives what the screen shows, without the movements of the cursor. */
async function typed(keys: readonly string[], argv: readonly string[] = [], columns = 80, env = {}) {
  const { io, out, err } = fakeIo({ stdinIsTTY: true, stdout: { columns }, env });
  const running = run(argv, io);
  for (const key of keys) {
    io.stdin.write(key);
    await new Promise(setImmediate);
  }
  expect(await running).toBe(0);
  expect(err()).toBe('');
  return { raw: out(), screen: shown(out()) };
}

/** What stays on the screen of sequences that clear a line, and those that only move. */
function shown(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
  return text.replace(/[^\n]*\x1b\[1G\x1b\[2K/g, '').replace(/\x1b\[[?\d;]*[A-Za-z]|\r/g, '');
}

function answered(question: string, columns = 80): string {
  return `${plain(ask(question), { width: columns })}\n`;
}

test('it greets in one line that fits 60 columns, and asks', async () => {
  const { screen } = await typed([ctrlD]);
  const [greeting = '', prompt] = screen.split('\n');
  expect(greeting).toMatch(/help.*exit.*Ctrl-D/);
  expect(greeting.length).toBeLessThanOrEqual(60);
  expect(prompt).toBe('convparams> ');
});

test('questions are answered one after another, at the terminal’s width', async () => {
  const { screen } = await typed(['7 512 512 nobias\r', '3 64 64 @56\r', ctrlD], [], 60);
  expect(screen).toContain(`convparams> 7 512 512 nobias\n${answered('7 512 512 nobias', 60)}\nconvparams> `);
  expect(screen).toContain(`convparams> 3 64 64 @56\n${answered('3 64 64 @56', 60)}\nconvparams> `);
});

test('a problem is told on the same stream, and the prompt goes on', async () => {
  const { screen } = await typed(['7 512 nobais\r', '3 64 64\r', ctrlD]);
  expect(screen).toContain(answered('7 512 nobais'));
  expect(screen).toContain(answered('3 64 64'));
});

test('with --json the answers are numbers', async () => {
  const { screen } = await typed(['3 64 64\r', ctrlD], ['--json']);
  expect(screen).toContain(`${JSON.stringify(ask('3 64 64').numbers, null, 2)}\n`);
});

test('an empty line asks nothing', async () => {
  const { screen } = await typed(['\r', '  \r', ctrlD]);
  expect(screen.split('\n').slice(1)).toEqual(['convparams> ', 'convparams>   ', 'convparams> ', '']);
});

describe('leaving', () => {
  it.each([
    ['exit', ['exit\r']],
    ['quit, in any case', [' Quit \r']],
    ['Ctrl-D', [ctrlD]],
    ['Ctrl-C on an empty line', [ctrlC]],
    ['Ctrl-C twice', ['3 64', ctrlC, ctrlC]],
    ['pasted exit', [pasted('exit\n')]],
  ])('%s ends it on a line of its own', async (_name, keys) => {
    const { screen } = await typed(keys);
    expect(screen.endsWith('\n')).toBe(true);
    expect(screen).not.toContain('Parameters');
  });

  it('gives the terminal back without paste marks', async () => {
    const { raw } = await typed([ctrlD]);
    expect(raw.indexOf('\x1b[?2004h')).toBeGreaterThan(0);
    expect(raw.lastIndexOf('\x1b[?2004l')).toBeGreaterThan(raw.lastIndexOf('\x1b[?2004h'));
  });

  it('never marks pastes on a terminal that takes no sequences', async () => {
    const { raw } = await typed([ctrlD], [], 80, { TERM: 'dumb' });
    expect(raw).not.toContain('2004');
  });

  it('with an unfinished question answers it first', async () => {
    const { screen } = await typed(['nn.Sequential(\r', 'nn.Conv2d(3, 64, 3)\r', ctrlD]);
    expect(screen).toContain(answered('nn.Sequential(\nnn.Conv2d(3, 64, 3)'));
  });
});

test('Ctrl-Z stops the program; brought back, it reads and marks pastes again', async () => {
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  const { io, out } = fakeIo({ stdinIsTTY: true, stdout: { columns: 80 } });
  const running = run([], io);
  io.stdin.write('3 64 \x1a');
  await vi.waitFor(() => expect(kill).toHaveBeenCalledWith(process.pid, 'SIGTSTP'));
  kill.mockRestore();
  const before = out().length;
  process.emit('SIGCONT');
  io.stdin.write('128\r');
  io.stdin.write(ctrlD);
  expect(await running).toBe(0);
  expect(out().slice(before)).toContain('\x1b[?2004h');
  expect(shown(out())).toContain(answered('3 64 128'));
});

describe('Ctrl-C', () => {
  it('clears what was typed, on both sides of the cursor', async () => {
    const left = '\x1b[D';
    const { screen } = await typed(['nonsense', left, left, ctrlC, '3 64 64\r', ctrlD]);
    expect(screen).toContain(answered('3 64 64'));
    expect(screen).not.toContain('not a word');
  });

  it('drops the lines of an unfinished question', async () => {
    const { screen } = await typed(['nn.Sequential(\r', 'nn.Conv', ctrlC, '3 64 64\r', ctrlD]);
    expect(screen).toContain(answered('3 64 64'));
    expect(screen).not.toContain('never closed');
  });
});

describe('a question of several lines', () => {
  const code = ['nn.Sequential(', '  nn.Conv2d(3, 64, 3),', '  nn.Conv2d(64, 64, 3),', ')'];
  const whole = code.join('\n');

  it('goes on while a bracket is open', async () => {
    const { screen } = await typed([...code.map((line) => `${line}\r`), ctrlD]);
    expect(screen).toContain(`convparams> nn.Sequential(\n...   nn.Conv2d(3, 64, 3),\n`);
    expect(screen).toContain(`... )\n${answered(whole)}\nconvparams> `);
  });

  it('goes on while a fence is open', async () => {
    const fenced = ['```python', 'a = nn.Conv2d(3, 64, 3)', 'b = nn.Conv2d(64, 64, 3)', '```'];
    const { screen } = await typed([...fenced.map((line) => `${line}\r`), ctrlD]);
    expect(screen).toContain(`... \`\`\`\n${answered(fenced.join('\n'))}\nconvparams> `);
  });

  it('ends with an empty line, also unclosed', async () => {
    const { screen } = await typed(['nn.Conv2d(3, 64, 3\r', '\r', '3 64 64\r', ctrlD]);
    expect(screen).toContain(`... \n${answered('nn.Conv2d(3, 64, 3\n')}\nconvparams> `);
    expect(screen).toContain(answered('3 64 64'));
  });

  it('does not go on when a bracket is closed that was never open', async () => {
    const { screen } = await typed(['nn.Conv2d(3, 64, 3))\r', ctrlD]);
    expect(screen).not.toContain('... ');
  });

  it('is what is pasted at once, empty lines and words that leave included', async () => {
    const net =
      'class Net(nn.Module):\n  def __init__(self):\n    self.a = nn.Conv2d(3, 64, 3)\n\n    self.b = nn.Conv2d(64, 64, 3)\n';
    const { screen } = await typed([pasted(net), ctrlD]);
    expect(screen).toContain(`\n${answered(net.trimEnd())}\nconvparams> `);
    expect(answered(net.trimEnd())).toContain('38,720');
  });

  it('waits for Enter, and for more words, when the paste ends within a line', async () => {
    const { screen } = await typed([pasted(whole), ' @56\r', ctrlD]);
    expect(screen).toContain(`... ) @56\n${answered(`${whole} @56`)}\nconvparams> `);
  });

  it('waits also when the lines before the last would do', async () => {
    const net = 'a = nn.Conv2d(3, 64, 3)\nb = nn.Conv2d(64, 64, 3)';
    const { screen } = await typed([pasted(net), '\r', ctrlD]);
    expect(screen).toContain(`... b = nn.Conv2d(64, 64, 3)\n${answered(net)}\nconvparams> `);
  });

  it('is none when only empty lines are pasted', async () => {
    const { screen } = await typed([pasted('\n\n'), ctrlD]);
    expect(screen).not.toContain('Parameters');
  });

  it('goes on after a paste that leaves a bracket open', async () => {
    const { screen } = await typed([pasted(`${code.slice(0, 2).join('\n')}\n`), ')\r', ctrlD]);
    expect(screen).toContain(answered('nn.Sequential(\n  nn.Conv2d(3, 64, 3),\n)'));
  });

  it('may be pasted in the middle of a line', async () => {
    const { screen } = await typed(['3 64', '\x1b[D', '\x1b[D', pasted('128 '), '\r', ctrlD]);
    expect(screen).toContain(`\n${answered('3 128 64')}\nconvparams> `);
  });

  it('may be pasted in one line, which is like typing it', async () => {
    const { screen } = await typed([pasted('3 64 64'), '\r', ctrlD]);
    expect(screen).toContain(`convparams> 3 64 64\n${answered('3 64 64')}\nconvparams> `);
  });
});

describe('the history', () => {
  it('gives the last questions back', async () => {
    const { screen } = await typed(['3 64 64\r', '5 64 64\r', up, up, ' @56\r', ctrlD]);
    expect(screen).toContain(answered('3 64 64 @56'));
  });

  it('holds a question of several lines as one, which asks the same', async () => {
    const keys = [
      '9 1 1\r',
      'nn.Sequential(\r',
      '  nn.Conv2d(3, 64, 3),\r',
      ')\r',
      up,
      ' @56\r',
      up,
      up,
      up,
      ' @7\r',
    ];
    const { screen } = await typed([...keys, ctrlD]);
    const line = 'nn.Sequential( nn.Conv2d(3, 64, 3), )';
    expect(screen).toContain(answered(`${line} @56`));
    expect(screen).toContain(answered('9 1 1 @7'));
  });

  it('holds a repeated question once', async () => {
    const { screen } = await typed(['3 64 64\r', '5 64 64\r', '3 64 64\r', up, up, up, ' @9\r', ctrlD]);
    expect(screen).not.toContain(answered('3 64 64 @9'));
  });

  it('skips one that would ask something else in one line', async () => {
    const net = 'a = nn.Conv2d(3, 64, 3) # the first\nb = nn.Conv2d(64, 64, 3)\n';
    const { screen } = await typed(['9 1 1\r', pasted(net), up, ' @56\r', ctrlD]);
    expect(screen).toContain(answered('9 1 1 @56'));
  });

  it('skips the lines of an unfinished one', async () => {
    const { screen } = await typed(['9 1 1\r', 'nn.Conv2d(3, 64, 3\r', '\r', up, ' @56\r', ctrlD]);
    expect(screen).toContain(answered('9 1 1 @56'));
  });
});
