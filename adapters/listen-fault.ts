import type { Config } from './config.ts';

/** Why the program can't listen, and what to do; undefined for what is no matter of its settings. */
export function listenFault(
  error: unknown,
  { host, port }: Pick<Config, 'host' | 'port'>,
): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const other = port < 65_535 ? port + 1 : 3_000;
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} is taken. Stop what listens there, or choose another one: PORT=${other} npm start`;
    case 'EACCES':
      return `port ${port} is not for everybody. Choose one from 1024 on: PORT=3000 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${host}, which is no address of this machine. For all of them: HOST=0.0.0.0 npm start`;
    default:
      return undefined;
  }
}
