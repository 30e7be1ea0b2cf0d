const longestWait = 8_000;

/** fetch with an end: Slack's libraries set no limit of their own, and a stop waits for what runs. */
export const timedFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(longestWait) });
