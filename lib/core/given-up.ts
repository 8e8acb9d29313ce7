import type { Issue } from './issue.ts';

/**
 * Whether an issue was closed without being done: as not planned, or as a duplicate. It has left its sprint and its roadmap item, and is no work that anybody finished.
 *
 * `isGivenUp({status: done, resolution: 'duplicate'})` → `true` · `isGivenUp({status: doing, resolution: null})` → `false`
 */
export function isGivenUp({ status, resolution }: Pick<Issue, 'status' | 'resolution'>): boolean {
  return status.category === 'done' && (resolution === 'not-planned' || resolution === 'duplicate');
}
