/** What goes wrong on demand at every Jira site. Every count is "the next N API answers"; null, 0 and false mean that all is well. */
export interface JiraBehaviours {
  slowMs: number;
  slowPagesMs: number;
  /** The connection breaks in the middle of the body. */
  dropBody: number;
  /** The body is JSON that was cut off, on a connection that ends well. */
  invalidJson: number;
  /** A 200 with a web page, as a captive portal or a proxy answers. */
  htmlInsteadOfJson: number;
  serverErrors: { status: 500 | 502 | 503; times: number; retryAfter?: number } | null;
  /** How many rows of each list answer lose or null a required field. */
  malformedRows: number;
  randomFaults: { seed: number; rate: number } | null;
  /** 429 of a whole endpoint, or of whatever else `reason` says. */
  burst: { times: number; retryAfter: number; reason?: string } | null;
  /** So many writes of one issue within `windowMs`; the next one is refused. */
  issueWrites: { limit: number; windowMs: number } | null;
  /** Data Center's token bucket; null is an administrator who has not set one. */
  bucket: { capacity: number; fillRate: number; intervalSeconds: number } | null;
  /** How long a change is not yet found by search, in milliseconds. Reading the issue itself is always right. */
  searchLagMs: number;
  /** Pages of a search hold at most so many rows, whatever was asked, and are not the last for that. */
  pageCap: number | null;
  /** Tokens of search pages given out before this moment are no longer taken. */
  pageTokensExpiredAt: number;
  /** What Cloud says to somebody who is not signed in. */
  signedOut: '401' | 'html' | 'empty';
  /** Whether POST and PUT are looked at for where they come from; `strict`: whoever makes them, also what does not look like a browser. */
  xsrf: boolean | 'strict';
  /** Faults only strike API paths that contain this. */
  onlyPaths: string | null;
}

export function noJiraTrouble(): JiraBehaviours {
  return {
    slowMs: 0, slowPagesMs: 0, dropBody: 0, invalidJson: 0, htmlInsteadOfJson: 0, serverErrors: null, malformedRows: 0, randomFaults: null, burst: null,
    issueWrites: { limit: 20, windowMs: 2000 }, bucket: null, searchLagMs: 0, pageCap: null, pageTokensExpiredAt: 0, signedOut: '401', xsrf: true, onlyPaths: null,
  };
}
