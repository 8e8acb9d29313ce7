import { permissionWords } from '../core/permission-words.ts';
import type { TrackerError } from '../trackers/tracker.ts';

/** Why a write has failed for good and what to do now; `null` for errors that pass by themselves. A proposal does not go on by itself, and is made anew: the file may be another one by then. */
export function failureOf(error: TrackerError, host: string, proposed = false): string | null {
  const again = proposed ? 'propose it again' : 'retry';
  const then = proposed ? again : `${again}, or drop the change`;
  switch (error.kind) {
    case 'unauthorised':
      return `${host} no longer accepts the token: give Waymark a new one in its options, ${proposed ? `then ${again}` : 'and this is written then; there is no need to retry'}.`;
    case 'forbidden':
      if (error.authoriseAt !== null) return `The organisation wants the token authorised first (${error.authoriseAt}). Then ${again}.`;
      return `${host} does not let you write here${error.missing === null ? '' : ` (missing: ${permissionWords(error.missing)})`}: get that permission, then ${then}.`;
    case 'not-found':
    case 'gone':
      return `${host} does not find it, or you may not write there: check that it still exists and that your sign-in covers its project, then ${then}.`;
    default:
      return null;
  }
}
