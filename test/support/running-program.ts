import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPage } from '../../scripts/build-page.ts';
import { waitFor } from './slack/wait-for.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The program as `npm start` runs it, built into a folder of its own. */
export type BuiltProgram = {
  /** Starts it in an empty folder, with a file .env if that is given, and no variables but these. */
  run(env: Record<string, string>, envFile?: string): RunningProgram;
  remove(): void;
};

export type RunningProgram = {
  readonly output: { readonly stdout: string; readonly stderr: string };
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Where it listens, once it says so. */
  url(path: string): Promise<string>;
};

export async function builtProgram(): Promise<BuiltProgram> {
  // Outside of the project's folder, where a package that was left out of the files would not be found.
  const folder = mkdtempSync(join(tmpdir(), 'convparams-built-'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/build-service.ts', join(folder, 'service')], {
    cwd: root,
  });
  await buildPage(root, join(folder, 'web'));
  const running = new Set<RunningProgram>();

  function run(env: Record<string, string>, envFile?: string): RunningProgram {
    const cwd = mkdtempSync(join(tmpdir(), 'convparams-'));
    if (envFile !== undefined) writeFileSync(join(cwd, '.env'), envFile);
    const child = spawn(process.execPath, [join(folder, 'service/main.js')], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
      });
    }
    const program: RunningProgram = {
      output,
      kill: (signal) => void child.kill(signal),
      ended: once(child, 'close').then(([code, signal]: (number | string | null)[]) => code ?? signal ?? ''),
      url: async (path) => {
        const [, port] = await waitFor(() => /"port":(\d+),"msg":"listening"/.exec(output.stdout), 10_000);
        return `http://127.0.0.1:${port}${path}`;
      },
    };
    running.add(program);
    void program.ended.then(() => {
      running.delete(program);
      rmSync(cwd, { recursive: true, force: true });
    });
    return program;
  }

  return {
    run,
    remove: () => {
      for (const program of running) program.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
