/** What a client may cost. Times in milliseconds, sizes in bytes; a request's body has a limit in read-body.ts. */
export const limits = {
  /** For a whole request: Slack and Discord give up after 3 s. */
  requestTimeout: 10_000,
  headersTimeout: 5_000,
  /** How often slow clients are looked for; Node.js does so each half minute unless told otherwise. */
  connectionsCheckingInterval: 1_000,
  /** Without a byte either way while a request runs: of a client that does not take its response. */
  mostIdle: 15_000,
  /** Longer than the idle time of the usual load balancers (60 s), so that they close first. */
  keepAliveTimeout: 65_000,
  /** All of a request's headers. Node.js answers 431 above it. */
  maxHeaderSize: 16_384,
  mostHeaders: 100,
  /** A proxy's connection is renewed now and then, so that its requests reach instances that were added. */
  mostRequestsOfConnection: 10_000,
  /** Further ones are dropped: with a body each that is as long as it may be, these take 1 GB. */
  mostConnections: 1_000,
} as const;
