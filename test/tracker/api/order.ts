import type { Issue } from '../model/issue.ts';
import type { Repository } from '../model/repository.ts';
import type { Cursor } from './cursor.ts';

export type SortKey = 'created' | 'updated' | 'comments';

interface Index {
  revision: number;
  issues: Issue[];
}

const indexes = new WeakMap<Map<number, Issue>, Map<SortKey, Index>>();

/** The issues in ascending order. Kept between requests and re-sorted after a write; an almost sorted array costs one pass, so 50,000 rows stay cheap. */
export function ordered(repository: Repository, sort: SortKey): readonly Issue[] {
  const bySort = indexes.get(repository.issues) ?? new Map<SortKey, Index>();
  indexes.set(repository.issues, bySort);
  const known = bySort.get(sort);
  if (known && known.revision === repository.revision && known.issues.length === repository.issues.size) return known.issues;
  const issues = known && known.issues.length === repository.issues.size ? known.issues : [...repository.issues.values()];
  issues.sort((one, other) => compare(placeOf(one, sort), placeOf(other, sort)));
  bySort.set(sort, { revision: repository.revision, issues });
  return issues;
}

export function placeOf(issue: Issue, sort: SortKey): Cursor {
  return { key: sort === 'comments' ? issue.comments : sort === 'created' ? issue.createdAt : issue.updatedAt, id: issue.id };
}

export function compare(one: Cursor, other: Cursor): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1;
  return one.id - other.id;
}

/** Index of the first issue at or after the place. */
export function firstFrom(issues: readonly Issue[], sort: SortKey, place: Cursor): number {
  let [low, high] = [0, issues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const issue = issues[middle];
    if (issue !== undefined && compare(placeOf(issue, sort), place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
