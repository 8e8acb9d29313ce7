import { useEffect, useRef } from 'react';
import type { IssueKey } from '../../lib/core/issue.ts';
import type { BulkReview } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { ticked } from '../ui/ticked.ts';
import { count } from '../ui/wording/count.ts';
import { leastTime, wayInWords, wishInWords } from './bulk-words.ts';

interface Props {
  readonly review: BulkReview;
  /** Those with another item that are to be replaced. */
  readonly included: ReadonlySet<IssueKey>;
  readonly busy: boolean;
  onInclude(included: ReadonlySet<IssueKey>): void;
  onStart(): void;
  onBack(): void;
}

/** What will be written, and where, before anything is: nothing happens until somebody says so. */
export function BulkReviewView({ review: { item, total, ways, already, others }, included, busy, onInclude, onStart, onBack }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const written = ways.reduce((sum, { issues }) => sum + issues, 0) + included.size;
  const left = others.length - included.size;
  const all = others.length > 0 && included.size === others.length;
  return (
    <section className="bulk" aria-label="Review">
      <h3 ref={heading} tabIndex={-1} className="bulk-title">{wishInWords(total, item)}?</h3>
      <ul className="bulk-ways">
        {ways.map((way) => <li key={`${way.host} ${way.because}`} data-via={way.via}>{wayInWords(way, item)}</li>)}
        {included.size > 0 && <li data-via="label">{count(included.size, 'issue')}: {item?.title} takes the place of another item</li>}
        {already > 0 && <li className="muted">{count(already, 'issue')}: {item === null ? 'without a tag of their own' : 'already tagged so'}, nothing to do</li>}
        {left > 0 && <li className="muted">{count(left, 'issue')}: left alone, because of another roadmap item</li>}
      </ul>
      {others.length > 0 && (
        <fieldset className="bulk-others">
          <legend>Tagged to another roadmap item</legend>
          <label className="bulk-all"><input type="checkbox" checked={all} onChange={(event) => onInclude(new Set(event.target.checked ? others.map(({ key }) => key) : []))} /> Replace it in all {others.length.toLocaleString('en')}</label>
          <ul className="bulk-list">
            {others.map(({ key, reference, title, url, from }) => (
              <li key={key}>
                <input type="checkbox" aria-label={`Replace ${from?.title} in ${reference}`} checked={included.has(key)} onChange={(event) => onInclude(ticked(included, key, event.target.checked))} />
                <span className="bulk-words"><ExternalLink className="line-link" to={url}><span className="muted">{reference}</span> {title}</ExternalLink><span className="small muted">{from?.title} → {included.has(key) ? item?.title : 'stays'}</span></span>
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      <div className="bulk-foot">
        <button type="button" className="button button-primary" aria-disabled={busy} disabled={written === 0} onClick={() => { if (!busy) onStart(); }}>{busy ? 'Starting …' : item === null ? `Untag ${count(written, 'issue')}` : `Tag ${count(written, 'issue')}`}</button>
        <button type="button" className="button" onClick={onBack}>Back</button>
        <span className="muted small">{written === 0 ? 'Nothing would change.' : `Takes ${leastTime(ways, included.size)}; it goes on when this page is closed, and can be taken back as a whole.`}</span>
      </div>
    </section>
  );
}
