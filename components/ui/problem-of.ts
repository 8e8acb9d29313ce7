import { RequestFailed } from '../../lib/messaging/client.ts';
import type { Problem } from '../../lib/messaging/messages.ts';

/** What a failed request says to a person. Anything but RequestFailed is a fault of ours and says so. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestFailed) return error.problem;
  return { kind: 'fault', sentence: 'Something in Waymark failed that should not have.', action: 'Copy the diagnostics from Waymark’s options and tell us.' };
}
