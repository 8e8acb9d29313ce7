import { isReserved } from './reserved-owners.ts';

// Letters and digits with single hyphens inside; accounts of Enterprise Managed Users end in `_shortcode`.
// Both cases written out: for an `i` the browser would load its tables of letters, on every page.
const OWNER = /^[A-Za-z0-9](?:-?[A-Za-z0-9])*(?:_[A-Za-z0-9]+)*$/;
const REPOSITORY = /^[\w.-]{1,100}$/;
const NUMBER = /^\d{1,15}$/;

/** Whether the letters fit a person or an organisation. */
export function isAccount(text: string): boolean {
  return text.length <= 39 && OWNER.test(text);
}

export function isOwner(text: string): boolean {
  return isAccount(text) && !isReserved(text);
}

/** `.` and `..` fit the letters but would climb out of the path that they are put into. */
export function isRepository(text: string): boolean {
  return REPOSITORY.test(text) && text !== '.' && text !== '..';
}

/** A positive number of at most 15 digits, which a double holds exactly; otherwise `null`. */
export function readNumber(text: string): number | null {
  return NUMBER.test(text) && Number(text) > 0 ? Number(text) : null;
}

/** One path segment without its percent escapes; `null` when they are not UTF-8. An escaped slash stays inside and fits no name. */
export function decodeSegment(segment: string): string | null {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
