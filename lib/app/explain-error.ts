import type { Problem } from '../messaging/messages.ts';
import type { TrackerError } from '../trackers/tracker.ts';
import { clockTime } from './wording.ts';

/**
 * A tracker's refusal as a sentence and what to do now.
 *
 * @example explainError({ kind: 'offline' }, 'github.com', 0) // → { kind: 'offline', sentence: 'github.com could not be reached.', action: '…' }
 */
export function explainError(error: TrackerError, host: string, now: number, hasToken = true): Problem {
  switch (error.kind) {
    case 'learning':
      return { kind: error.kind, sentence: `Waymark is getting to know ${host}.`, action: 'It goes on by itself.' };
    case 'offline':
      return { kind: error.kind, sentence: `${host} could not be reached.`, action: 'What you see is the last known state. Waymark tries again by itself.' };
    case 'rate-limited':
      return {
        kind: error.kind,
        sentence: `${host} asks Waymark to wait until ${clockTime(error.until, now)}.`,
        action: hasToken ? 'Nothing is lost: reading goes on by itself then.' : 'A token raises the limit from 60 to 5,000 requests an hour.',
      };
    case 'unauthorised':
      return { kind: error.kind, sentence: `${host} no longer accepts the token.`, action: 'Give a new one in the options. Tags made meanwhile are kept and written afterwards.' };
    case 'forbidden':
      return {
        kind: error.kind,
        sentence: error.missing ? `The token for ${host} lacks a permission: ${error.missing}.` : `${host} does not allow this: ${error.reason}`,
        action: error.authoriseAt ? `Authorise the token for the organisation: ${error.authoriseAt}` : 'Ask somebody with the right, or use another token.',
      };
    case 'not-found':
    case 'gone':
      return { kind: error.kind, sentence: hasToken ? 'The token cannot see this, or it does not exist.' : 'This is private or does not exist.', action: 'A token that may read it shows it here.' };
    case 'page-limit':
      return { kind: error.kind, sentence: `${host} ended a long list early.`, action: 'Waymark goes on from where it was.' };
    case 'server':
      return { kind: error.kind, sentence: `${host} has a fault (${error.status}).`, action: 'Waymark tries again by itself.' };
    case 'changed-shape':
      return { kind: error.kind, sentence: `${host} answered something that Waymark cannot read.`, action: 'If it stays so, copy the diagnostics in the options and report it.' };
  }
}
