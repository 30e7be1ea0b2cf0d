import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { callbackFaults, commandsFaults, editedMessageFaults, newMessageFaults } from './payload-faults.ts';
import { type SmallGateway, smallGateway } from './small-gateway.ts';
import { isJson } from './total-faults.ts';

export const applicationId = '1100000000000000001';
export const botId = '1100000000000000002';
/** The role that each server has for the bot. */
export const botRoleId = '1100000000000000003';

/** A request as it came. */
export type Received = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly authorization: string | undefined;
  /** Whatever JSON was sent. */
  readonly body: unknown;
};

/** A Discord of the tests' own, on loopback: as much of its REST and its gateway as the bot uses. */
export type SmallDiscord = {
  readonly apiUrl: string;
  readonly gateway: SmallGateway;
  readonly requests: readonly Received[];
  /** What the real Discord would have refused, of all that was sent. */
  readonly faults: readonly string[];
  /** Requests whose method and path match are answered with a status, or not at all. */
  readonly fail: (pattern: RegExp, status: number | 'never', code?: number, times?: number) => void;
  readonly commands: { registered: unknown };
  /** The text of attached files by their path, below the API's address. */
  readonly files: Map<string, string>;
  /** The ids of the messages that are there, oldest first. */
  readonly messages: () => readonly string[];
  readonly close: () => Promise<void>;
};

type Failure = { pattern: RegExp; status: number | 'never'; code: number; left: number };

export async function smallDiscord(): Promise<SmallDiscord> {
  const requests: Received[] = [];
  const faults: string[] = [];
  const failures: Failure[] = [];
  const commands: { registered: unknown } = { registered: [] };
  const messages = new Map<string, { id: string; question: unknown }>();
  const files = new Map<string, string>();
  /** Of deleted messages too: for minutes, Discord makes no second message for a nonce. */
  const nonces = new Map<unknown, string>();

  const server = createServer(async (request, response) => {
    const received = await receive(request);
    requests.push(received);
    const line = `${received.method} ${received.path}`;
    const failure = failures.find(({ pattern, left }) => left > 0 && pattern.test(line));
    if (failure) failure.left -= 1;
    if (failure?.status === 'never') return;
    if (failure)
      return reply(response, failure.status, { code: failure.code, message: 'refused by the test' });
    const file = files.get(received.path);
    if (file !== undefined) return response.end(file);
    reply(response, ...route(received));
  });

  function check(found: readonly string[], { method, path }: Received): boolean {
    for (const fault of found) faults.push(`${method} ${path}: ${fault}`);
    return found.length === 0;
  }

  function route(received: Received): [status: number, body?: unknown] {
    const { method, path, query, body } = received;
    const sent = isJson(body) ? body : {};
    const [, kind = '', ...rest] = path.split('/');
    switch (`${method} ${kind}`) {
      case 'GET gateway':
        return [
          200,
          {
            url: apiUrl.replace(/^http(.*)\/api$/, 'ws$1'),
            shards: 1,
            session_start_limit: { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 16 },
          },
        ];
      case 'GET applications':
        return [200, commands.registered];
      case 'PUT applications':
        if (!check(commandsFaults(body), received)) return [400, {}];
        commands.registered = body;
        return [200, body];
      case 'POST interactions':
        return check(callbackFaults(body), received) ? [204] : [400, {}];
      case 'DELETE webhooks':
        return [204];
      case 'POST channels': {
        if (!check(newMessageFaults(sent), received)) return [400, {}];
        const known = nonces.get(sent['nonce']);
        if (known !== undefined) return [200, { id: known }];
        const id = `99000000000000000${nonces.size + 10}`;
        const reference = isJson(sent['message_reference']) ? sent['message_reference'] : {};
        nonces.set(sent['nonce'], id);
        messages.set(id, { id, question: reference['message_id'] });
        return [200, { id }];
      }
      case 'PATCH channels':
        if (!check(editedMessageFaults(sent), received)) return [400, {}];
        return messages.has(rest[2] ?? '') ? [200, { id: rest[2] }] : unknownMessage;
      case 'DELETE channels':
        return messages.delete(rest[2] ?? '') ? [204] : unknownMessage;
      case 'GET guilds':
        return [200, [{ id: rest[0] }, { id: botRoleId, tags: { bot_id: botId } }]];
      case 'GET channels': {
        const after = new URLSearchParams(query).get('after');
        const answers = [...messages.values()].filter(({ question }) => question === after);
        return [
          200,
          answers.map(({ id }) => ({ id, author: { id: botId }, message_reference: { message_id: after } })),
        ];
      }
      default:
        return [404, { code: 0, message: 'unknown to the small Discord' }];
    }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the small Discord does not listen');
  const apiUrl = `http://127.0.0.1:${address.port}/api`;
  const gateway = smallGateway(server, {
    v: 10,
    user: { id: botId, username: 'ConvParams', discriminator: '0', bot: true, avatar: null },
    application: { id: applicationId, flags: 0 },
    guilds: [],
    session_id: 'session',
  });
  return {
    apiUrl,
    gateway,
    requests,
    faults,
    commands,
    files,
    messages: () => [...messages.keys()],
    fail: (pattern, status, code = 0, times = 1) => failures.push({ pattern, status, code, left: times }),
    close: async () => {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const unknownMessage: [status: number, body: unknown] = [404, { code: 10_008, message: 'Unknown Message' }];

async function receive(request: IncomingMessage): Promise<Received> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += part;
  const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
  return {
    method: request.method ?? '',
    path: pathname.replace('/api/v10', ''),
    query: search,
    authorization: request.headers.authorization,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function reply(response: ServerResponse, status: number, body?: unknown): void {
  if (body === undefined) response.writeHead(status).end();
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
