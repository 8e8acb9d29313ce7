import type { ModelPreview } from '../../lib/messaging/messages.ts';
import { count } from '../ui/wording/count.ts';

/** Which issues a preview ranks: `340 open issues`, of very many `the 1,000 best scored of 12,345 open issues`. */
export function rankedInWords({ ranked, open }: Pick<ModelPreview, 'ranked' | 'open'>): string {
  return ranked < open ? `the ${ranked.toLocaleString('en')} best scored of ${count(open, 'open issue')}` : count(open, 'open issue');
}

/** `changesInWords({ranked: 60, moved: 12, unscored: 0})` → `12 issues of 60 would change place.` An issue that loses its score has no place to compare: to call that unchanged would be false. */
export function changesInWords({ ranked, moved, unscored }: Pick<ModelPreview, 'ranked' | 'moved' | 'unscored'>): string {
  const all = ranked.toLocaleString('en');
  const places = `${count(moved, 'issue')} of ${all} would change place.`;
  if (unscored === 0) return moved === 0 ? 'No issue changes its place.' : places;
  const without = `${unscored === ranked ? `All ${all} issues` : `${count(unscored, 'issue')} of ${all}`} would have no score until ${unscored === 1 ? 'its' : 'their'} missing inputs are given.`;
  return moved === 0 ? without : `${places} ${without}`;
}
