import { type ServerResponse, STATUS_CODES } from 'node:http';

/** Sends a whole response at once, with its length, so that it is one packet and no chunks. */
export function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer = '',
  type = 'application/json',
): void {
  if (response.headersSent || response.destroyed) return;
  const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, body.length === 0 ? { 'content-length': 0 } : headers).end(body);
}

/** A refusal in words. `close` ends the connection, where the rest of the request is not worth reading. */
export function refuse(response: ServerResponse, status: number, { close = false } = {}): void {
  if (close) response.setHeader('connection', 'close');
  send(response, status, `${STATUS_CODES[status] ?? 'Error'}\n`, 'text/plain; charset=utf-8');
}
