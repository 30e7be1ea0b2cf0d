import { type Address, hashOf, readHash } from '../address.ts';

export type Journal = {
  /** A step that Back undoes. */
  readonly step: (address: Address) => void;
  /** One of many keystrokes: together they are one step. */
  readonly type: (address: Address) => void;
  /** Writes what still waits. */
  readonly settle: () => void;
};

/** Browsers refuse to write an address more often than about 100 times in 10 s: typing waits for a pause. */
const pause = 400;

/** The question in the address, so that a link can be shared and Back works. */
export function journal(onBack: (address: Address | undefined) => void): Journal {
  let isTyping = false;
  let waiting: Address | undefined;
  let timer: number | undefined;
  const settle = () => {
    clearTimeout(timer);
    if (waiting === undefined) return;
    const hash = hashOf(waiting);
    waiting = undefined;
    if (hash === location.hash) return;
    if (isTyping) history.replaceState(null, '', hash);
    else history.pushState(null, '', hash);
    isTyping = true;
  };
  window.addEventListener('popstate', () => {
    clearTimeout(timer);
    waiting = undefined;
    isTyping = false;
    onBack(readHash(location.hash));
  });
  return {
    settle,
    type: (address) => {
      clearTimeout(timer);
      waiting = address;
      timer = window.setTimeout(settle, pause);
    },
    step: (address) => {
      settle();
      isTyping = false;
      if (hashOf(address) !== location.hash) history.pushState(null, '', hashOf(address));
    },
  };
}
