import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it, test } from 'vitest';
import { run } from '../../../adapters/terminal/run.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { plain } from '../../../src/answer/plain.ts';
import { ask } from '../../../src/ask.ts';
import { fakeIo } from './fake-io.ts';

const asked = '7 512 512 nobias';
const words = asked.split(' ');

function printed(question: string, width = 80): string {
  return `${plain(ask(question), { width })}\n`;
}

describe('a question in the arguments', () => {
  it('is answered in words, and nothing else is said', async () => {
    const { io, out, err } = fakeIo();
    expect(await run(words, io)).toBe(0);
    expect(out()).toBe(printed(asked));
    expect(out()).toContain('287,232');
    expect(err()).toBe('');
  });

  it('is its words joined with spaces, however they were quoted', async () => {
    const { io, out } = fakeIo();
    expect(await run(['nn.Conv2d(512, 512, 7,', 'bias=False)', '@56'], io)).toBe(0);
    expect(out()).toBe(printed('nn.Conv2d(512, 512, 7, bias=False) @56'));
  });

  it('does not look at standard input', async () => {
    const { io, out } = fakeIo({ stdin: '3 64 64' });
    await run(words, io);
    expect(out()).toBe(printed(asked));
    expect(io.stdin.readableLength).toBe(7);
  });

  it('may be help, which is an answer', async () => {
    const { io, out } = fakeIo();
    expect(await run(['help'], io)).toBe(0);
    expect(out()).toBe(printed('help'));
  });
});

describe('the width', () => {
  test.each([
    ['the terminal’s', { columns: 60 }, 60],
    ['never below 40', { columns: 20 }, 40],
    ['80 where a terminal does not know its own', { columns: 0 }, 80],
    ['80 where it has none', {}, 80],
  ])('is %s', async (_name, stdout, width) => {
    const { io, out } = fakeIo({ stdout });
    await run(words, io);
    expect(out()).toBe(printed(asked, width));
    expect(printed(asked, width)).not.toBe(printed(asked, width + 30));
  });

  it('is 80 in a pipe, whatever else is known', async () => {
    const { io, out } = fakeIo();
    await run(words, { ...io, stdout: Object.assign(io.stdout, { columns: 50 }) });
    expect(out()).toBe(printed(asked, 80));
  });
});

describe('colour', () => {
  const bold = '\x1b[1m';
  const green = '\x1b[32m';

  it('sets off title and ratio on a terminal with colours', async () => {
    const { io, out } = fakeIo({ stdout: { columns: 80, colours: true } });
    await run(words, io);
    expect(out().startsWith(`${bold}Conv2d 7×7`)).toBe(true);
    expect(out()).toContain(green);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
    expect(out().replace(/\x1b\[\d+m/g, '')).toBe(printed(asked));
  });

  test.each([
    ['NO_COLOR is set', { columns: 80, colours: true }, { NO_COLOR: '1' }],
    ['the terminal has none', { columns: 80, colours: false }, {}],
    ['it is a pipe', undefined, {}],
  ])('is not used when %s', async (_name, stdout, env) => {
    const { io, out } = fakeIo({ ...(stdout ? { stdout } : {}), env });
    await run(words, io);
    expect(out()).not.toContain('\x1b');
  });

  it('is not used in a pipe, though its program may say that it has colours', async () => {
    const { io, out } = fakeIo();
    await run(words, { ...io, stdout: Object.assign(io.stdout, { hasColors: () => true }) });
    expect(out()).not.toContain('\x1b');
  });

  it('is used when NO_COLOR is empty, as no-color.org has it', async () => {
    const { io, out } = fakeIo({ stdout: { columns: 80, colours: true }, env: { NO_COLOR: '' } });
    await run(words, io);
    expect(out()).toContain(bold);
  });
});

describe('a problem', () => {
  it('is told on stderr alone, at its width, with exit code 2', async () => {
    const { io, out, err } = fakeIo({ stdout: { columns: 80 }, stderr: { columns: 50 } });
    expect(await run(['3', '64', '128', 'g=3'], io)).toBe(2);
    expect(out()).toBe('');
    expect(err()).toBe(printed('3 64 128 g=3', 50));
    expect(err()).toContain('3 groups do not divide 64 input');
  });

  it('is a document on stdout too with --json', async () => {
    const { io, out, err } = fakeIo();
    expect(await run(['--json', '7', '512', '512', 'nobais'], io)).toBe(2);
    expect(JSON.parse(out())).toMatchObject({
      kind: 'problem',
      problem: { code: 'unknown-word', at: [10, 16] },
    });
    expect(err()).toBe(printed('7 512 512 nobais'));
  });

  it('of a negative number is the parser’s, not one of options', async () => {
    const { io, err } = fakeIo();
    expect(await run(['7', '-5', '512'], io)).toBe(2);
    expect(err()).toBe(printed('7 -5 512'));
  });
});

describe('--json', () => {
  it.each([
    ['before', ['--json', ...words]],
    ['after', [...words, '--json']],
    ['between', ['7', '512', '--json', '512', 'nobias']],
  ])('prints the numbers, %s the words', async (_where, argv) => {
    const { io, out, err } = fakeIo();
    expect(await run(argv, io)).toBe(0);
    expect(out()).toBe(`${JSON.stringify(ask(asked).numbers, null, 2)}\n`);
    expect(JSON.parse(out())).toMatchObject({ command: asked, total: { params: 12_845_056 } });
    expect(err()).toBe('');
  });
});

describe('standard input', () => {
  const code = 'nn.Sequential(\n  nn.Conv2d(3, 64, 3),\n  nn.ReLU(),\n  nn.Conv2d(64, 64, 3),\n)\n';

  it.each([
    ['no words', []],
    ['a dash', ['-']],
    ['a dash after the options’ end', ['--', '-']],
  ])('is one question with %s', async (_name, argv) => {
    const { io, out } = fakeIo({ stdin: code });
    expect(await run(argv, io)).toBe(0);
    expect(out()).toBe(printed(code));
  });

  it('is read to its end also from a terminal when a dash asks for it', async () => {
    const { io, out } = fakeIo({ stdin: asked, stdinIsTTY: true, stdout: { columns: 80 } });
    expect(await run(['-'], io)).toBe(0);
    expect(out()).toBe(printed(asked));
  });

  it('is followed by the words after the dash', async () => {
    const { io, out } = fakeIo({ stdin: 'nn.Conv2d(64, 64, 3)' });
    expect(await run(['-', '@56', 'int8'], io)).toBe(0);
    expect(out()).toBe(printed('nn.Conv2d(64, 64, 3)\n@56 int8'));
    expect(out()).not.toBe(printed('nn.Conv2d(64, 64, 3)'));
  });

  it.each([
    ['standard output is a terminal', { stdin: asked, stdout: { columns: 80 } }],
    ['only standard output is none', { stdin: asked, stdinIsTTY: true }],
  ])('is one question, without a prompt, when %s', async (_name, fake) => {
    const { io, out } = fakeIo(fake);
    expect(await run([], io)).toBe(0);
    expect(out()).toBe(printed(asked));
  });

  it('ends its last line before the words are added', async () => {
    const { io, out } = fakeIo({ stdin: 'nn.Conv2d(64, 64, 3) # stem' });
    expect(await run(['--json', '-', '@56'], io)).toBe(0);
    // Without padding, a 3×3 kernel takes 2 off each side.
    expect(JSON.parse(out())).toMatchObject({ total: { output: [54, 54] } });
  });

  it('that ends within a character is not taken for one that ends before it', async () => {
    const { io } = fakeIo({ stdin: Buffer.from('3 64 64 ü').subarray(0, -1) });
    expect(await run([], io)).toBe(2);
  });

  it.each([
    ['nothing', ''],
    ['only whitespace', ' \n\t\n'],
  ])('of %s prices the default layer', async (_name, stdin) => {
    const { io, out } = fakeIo({ stdin });
    expect(await run(['--json'], io)).toBe(0);
    expect(JSON.parse(out())).toMatchObject({ command: '3 128 256', total: { params: 295_168 } });
  });

  it('keeps characters whole that two chunks share, and drops a byte order mark', async () => {
    const bytes = Buffer.from('\ufeff3×3 64→64');
    const { io, out } = fakeIo();
    const stdin = Readable.from([...bytes].map((byte) => Buffer.of(byte)));
    expect(await run(['--json'], { ...io, stdin })).toBe(0);
    expect(JSON.parse(out())).toMatchObject({ command: '3 64 64' });
  });

  it('is not read further than 1,048,576 characters, and then is too long', async () => {
    let chunks = 0;
    const stdin = Readable.from(
      (function* () {
        for (; chunks < 1_000; chunks += 1) yield Buffer.alloc(65_536, 'x');
      })(),
      { highWaterMark: 1 },
    );
    const { io, out } = fakeIo();
    expect(await run(['--json', '-', '@56'], { ...io, stdin })).toBe(2);
    expect(JSON.parse(out())).toMatchObject({ problem: { code: 'too-long' } });
    expect(chunks).toBeLessThan(20);
    expect(stdin.destroyed).toBe(true);
  });
});

describe('other options', () => {
  it.each(['--help', '-h'])('%s says what there is', async (option) => {
    const { io, out } = fakeIo();
    expect(await run([option], io)).toBe(0);
    for (const told of [
      '--json',
      '--lines',
      '--version',
      'Exit codes',
      'stderr says which; with --lines',
      'convparams 7 512 512 nobias',
    ]) {
      expect(out()).toContain(told);
    }
    expect(
      Math.max(
        ...out()
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
  });

  it('--version is the package’s', async () => {
    const { io, out } = fakeIo();
    expect(await run(['--version'], io)).toBe(0);
    expect(out()).toBe(`${packageJson.version}\n`);
  });

  it.each([[['--jsno', '3']], [['-x']], [['--json=yes', '3']], [['--lines', '3', '64']]])(
    '%j is told in one line with exit code 2',
    async (argv) => {
      const { io, out, err } = fakeIo({ stdin: '' });
      expect(await run(argv, io)).toBe(2);
      expect(out()).toBe('');
      expect(err()).toMatch(/^convparams: .+\.\n$/);
    },
  );
});

describe('the reader of stdout', () => {
  it('may leave: then the command ends quietly', async () => {
    const { io, err } = fakeIo();
    const stdout = new Writable({
      write: (_chunk, _encoding, done) =>
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' })),
    });
    expect(await run(words, { ...io, stdout })).toBe(0);
    expect(err()).toBe('');
  });

  it('may have a full disk, which is told', async () => {
    const { io, err } = fakeIo();
    const stdout = new Writable({
      write: (_chunk, _encoding, done) =>
        done(
          Object.assign(new Error('ENOSPC: no space left on device, write'), {
            code: 'ENOSPC',
            syscall: 'write',
          }),
        ),
    });
    expect(await run(words, { ...io, stdout })).toBe(1);
    expect(err()).toBe('convparams: ENOSPC: no space left on device, write\n');
  });

  it('is waited for', async () => {
    const { io } = fakeIo();
    const stdout = new PassThrough({ highWaterMark: 1 });
    let ended = false;
    const running = run(words, { ...io, stdout }).then(() => {
      ended = true;
    });
    stdout.write('full');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ended).toBe(false);
    stdout.resume();
    await running;
  });
});
