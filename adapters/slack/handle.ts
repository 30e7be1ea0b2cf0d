import { arrived } from '../arrived.ts';
import { faultReport } from '../fault.ts';
import type { Once } from '../once.ts';
import { type Performer, perform } from './perform.ts';
import type { Reply } from './reply.ts';

export type Handling<Ack> = {
  readonly performer: Performer;
  /** What is handled, for the log: `command`, `click`. */
  readonly kind: string;
  /** Answers the request itself; events have nothing to answer. */
  readonly ack?: (response?: Ack) => Promise<void>;
  /** Knows which calls were carried out already. */
  readonly once: Once<object>;
  /** How the person is told that something failed. */
  readonly fault: (sentence: string, isAcked: boolean) => Reply<Ack>;
};

/**
 * Makes a reply and carries it out. An exception is a bug or a refusal of Slack's: it is logged, and the person
 * told one sentence with the log's id. Rejects where not even that was possible.
 */
export async function handle<Ack>(makeReply: () => Reply<Ack>, handling: Handling<Ack>): Promise<void> {
  const { ack, fault, kind, once, performer } = handling;
  const { log } = performer;
  const finish = arrived(log, 'slack', kind);
  let isAcked = false;
  const carryOut = async (reply: Reply<Ack>) => {
    if (!isAcked) await ack?.(reply.ack);
    isAcked = true;
    const calls = async () => ({ done: await perform(reply, performer) });
    await (reply.once === undefined ? calls() : once.do(reply.once, calls));
  };
  try {
    const reply = makeReply();
    await carryOut(reply);
    finish(reply.ack || reply.calls ? reply : 'ignored');
  } catch (err) {
    const { id, sentence } = faultReport();
    log.error({ err, fault: id, kind }, 'a request of Slack failed');
    finish({ fault: id });
    await carryOut(fault(sentence, isAcked));
  }
}
