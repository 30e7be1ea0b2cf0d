import type { EmulatedSlack } from './emulated-slack.ts';
import { messageManners } from './message-manners.ts';
import { payloadFaults } from './payload-faults.ts';

type Json = Record<string, unknown>;

/**
 * Everything that went to Slack in a test, in calls, to response_urls and in answers to its requests, and that
 * Slack would refuse, or that lacks manners.
 */
export function wireFaults(slack: EmulatedSlack, answers: readonly Json[]): string[] {
  const users = [slack.userId, slack.otherUserId];
  const messageFaults = (message: Json) => [
    ...payloadFaults(message, 'message'),
    ...messageManners(message, { users }),
  ];
  const viewFaults = (view: unknown, surface: 'home' | 'modal') => [
    ...payloadFaults(view, surface),
    ...messageManners(view),
  ];

  function callFaults(method: string, sent: Json): string[] {
    if (method.startsWith('chat.')) return messageFaults(sent);
    if (method === 'views.publish') return viewFaults(sent['view'], 'home');
    return method.startsWith('views.') ? viewFaults(sent['view'], 'modal') : [];
  }

  function answerFaults(answer: Json): string[] {
    switch (answer['response_action']) {
      case undefined:
        return Object.keys(answer).length === 0 || 'challenge' in answer ? [] : messageFaults(answer);
      case 'push':
        return viewFaults(answer['view'], 'modal');
      case 'errors':
        return errorFaults(answer['errors']);
      default:
        return [`response_action: ${answer['response_action']}`];
    }
  }

  return [
    ...slack.calls.flatMap(({ method, arguments: sent }) => callFaults(method, sent)),
    ...slack.responses.flatMap(({ body }) => messageFaults(body)),
    ...answers.flatMap(answerFaults),
  ];
}

/** A sentence for each input's block. */
function errorFaults(errors: unknown): string[] {
  if (typeof errors !== 'object' || errors === null) return ['errors: not an object'];
  const sentences = Object.values(errors);
  if (sentences.length === 0) return ['errors: none'];
  return sentences.every((error) => typeof error === 'string' && error !== '')
    ? []
    : ['errors: not sentences'];
}
