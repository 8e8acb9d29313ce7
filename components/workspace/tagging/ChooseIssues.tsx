import type { IssueKey } from '../../../lib/core/issue.ts';
import type { IssueFilter } from '../../../lib/core/roadmap/issue-filter.ts';
import type { FoundIssues, NamedItem } from '../../../lib/messaging/messages.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';
import { ticked } from '../../ui/ticked.ts';
import { count } from '../../ui/wording/count.ts';
import { STATUSES } from '../../ui/wording/status.ts';
import { IssueScore } from '../roadmap/IssueScore.tsx';
import { IssueFilters } from './IssueFilters.tsx';

interface Props {
  readonly found: FoundIssues | null;
  readonly filter: IssueFilter;
  readonly chosen: ReadonlySet<IssueKey>;
  /** The roadmap's items. */
  readonly items: readonly NamedItem[];
  /** The item to tag to; `null` to take the tag off, `undefined` before one is chosen. */
  readonly item: string | null | undefined;
  readonly busy: boolean;
  onFilter(filter: IssueFilter): void;
  onChoose(chosen: ReadonlySet<IssueKey>): void;
  onItem(item: string | null | undefined): void;
  onReview(): void;
}

/** No item has such an id. */
const OFF = ' off';

/** Which issues, of all that are known, and to what. */
export function ChooseIssues({ found, filter, chosen, items, item, busy, onFilter, onChoose, onItem, onReview }: Props) {
  const keys = found?.keys ?? [];
  const all = keys.length > 0 && keys.every((key) => chosen.has(key));
  return (
    <section className="bulk choose" aria-label="Choose issues" aria-busy={found === null}>
      <IssueFilters filter={filter} choices={found?.choices ?? null} onFilter={onFilter} />
      <div className="row row-wrap">
        <label className="bulk-all"><input type="checkbox" checked={all} disabled={keys.length === 0} onChange={(event) => onChoose(new Set(event.target.checked ? [...chosen, ...keys] : [...chosen].filter((key) => !keys.includes(key))))} /> Select all {keys.length.toLocaleString('en')} that fit</label>
        <output className="muted small push">{count(chosen.size, 'issue')} chosen</output>
        {chosen.size > 0 && <button type="button" className="button button-quiet" onClick={() => onChoose(new Set())}>Clear</button>}
      </div>
      {found === null && <div className="stack" aria-hidden="true"><span className="skeleton" /><span className="skeleton" /><span className="skeleton" /></div>}
      {found !== null && keys.length === 0 && <p className="muted">No known issue fits. Open a repository’s or a project’s issues once, and they are read.</p>}
      {found !== null && keys.length > 0 && (
        <ul className="bulk-list" aria-label="Issues that fit">
          {found.issues.map(({ key, reference, title, url, status, badge, item: has }) => (
            <li key={key}>
              <input type="checkbox" aria-label={`${reference} ${title}`} checked={chosen.has(key)} onChange={(event) => onChoose(ticked(chosen, key, event.target.checked))} />
              <IssueScore badge={badge} />
              <span className="bulk-words"><ExternalLink className="line-link" to={url}><span className="muted">{reference}</span> {title}</ExternalLink><span className="small muted">{STATUSES[status]}{has !== null && ` · ${has.title}`}</span></span>
            </li>
          ))}
        </ul>
      )}
      {found !== null && found.total > found.issues.length && <p className="muted small">The first {found.issues.length} of {found.total.toLocaleString('en')} are shown{found.total > keys.length ? `; at most ${keys.length.toLocaleString('en')} can be tagged at once` : '; “Select all” takes all of them'}.</p>}
      <div className="bulk-foot choose-foot">
        <label className="row">Tag to <select className="input" value={item === undefined ? '' : (item ?? OFF)} onChange={({ target: { value } }) => onItem(value === '' ? undefined : value === OFF ? null : value)}>
          <option value="">Choose an item</option>
          {items.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
          <option value={OFF}>No item: take the tag off</option>
        </select></label>
        <button type="button" className="button button-primary" aria-disabled={busy} disabled={chosen.size === 0 || item === undefined} onClick={() => { if (!busy) onReview(); }}>{busy ? 'Looking …' : `Review ${count(chosen.size, 'issue')}`}</button>
      </div>
    </section>
  );
}
