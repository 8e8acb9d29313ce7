import { createHash } from 'node:crypto';

/** Weak, and different for every token even where the content is the same (github/docs#34689). */
export const etagOf = (text: string, token: string): string => `W/"${createHash('sha256').update(text).update(token).digest('hex')}"`;

/** If-None-Match may list several; weak comparison ignores the W/. */
export function matchesEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  return ifNoneMatch !== undefined && ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}

const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
