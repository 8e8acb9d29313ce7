/** What goes wrong on demand. Every count is "the next N API answers"; null, 0 and false mean that all is well. */
export interface Behaviours {
  /** Milliseconds that every API answer waits. */
  slowMs: number;
  /** Milliseconds that every page answer waits. */
  slowPagesMs: number;
  /** The connection breaks in the middle of the body. */
  dropBody: number;
  /** The body is JSON that was cut off, on a connection that ends well. */
  invalidJson: number;
  /** A 200 with a web page, as a captive portal or a proxy answers. */
  htmlInsteadOfJson: number;
  serverErrors: { status: 500 | 502 | 503; times: number } | null;
  secondaryLimit: { times: number; status: 403 | 429; retryAfter: number | null } | null;
  /** How many rows of each list answer lose or null a required field. */
  malformedRows: number;
  randomFaults: { seed: number; rate: number } | null;
  /** Replaces both hourly allowances (60 and 5,000). */
  primaryLimit: number | null;
  /** Faults only strike API paths that contain this. */
  onlyPaths: string | null;
}

export function noTrouble(): Behaviours {
  return {
    slowMs: 0, slowPagesMs: 0, dropBody: 0, invalidJson: 0, htmlInsteadOfJson: 0, serverErrors: null,
    secondaryLimit: null, malformedRows: 0, randomFaults: null, primaryLimit: null, onlyPaths: null,
  };
}
