import { capitalised } from '../../lib/core/capitalised.ts';
import type { Instant } from '../../lib/core/time.ts';
import type { SprintReport } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { momentInWords } from '../ui/wording/days-left.ts';
import { CopyText } from './CopyText.tsx';
import { changesInWords, dailyLists, sinceDay } from './daily-words.ts';

interface Props {
  readonly report: SprintReport;
  readonly now: Instant;
  onCopy(text: string): Promise<boolean>;
}

/** What changed since the last working day, for the daily, and all of it as text. */
export function Daily({ report: { daily, issues, text, today, madeAt }, now, onCopy }: Props) {
  const lists = dailyLists(daily);
  // One that was kept tells of the day on which it was made, until it is made anew.
  const isOfToday = momentInWords(madeAt) === momentInWords(now);
  return (
    <section aria-labelledby="daily-label">
      <div className="row row-wrap">
        <h2 id="daily-label" className="eyebrow">{sinceDay(daily, isOfToday ? today : null)}</h2>
        <CopyText text={text} onCopy={onCopy} />
      </div>
      {lists.length === 0 ? <p className="muted">Nothing has changed.</p> : (
        <details>
          <summary>{changesInWords(lists)}</summary>
          {lists.map(({ name, issues: keys }) => (
            <div key={name} className="daily-list">
              <h3 className="small">{capitalised(name)}</h3>
              <ul>
                {keys.map((key) => {
                  const issue = issues[key];
                  return <li key={key} className="small">{issue === undefined ? key.slice(key.lastIndexOf('/') + 1) : <ExternalLink className="line-link" to={issue.url}>{issue.title} <span className="muted line-reference">{issue.reference}</span></ExternalLink>}</li>;
                })}
              </ul>
            </div>
          ))}
          {daily.basis !== 'history' && <p className="muted small">By what Waymark saw each day{daily.basis === 'both' && ', where the tracker’s history is not read'}.</p>}
        </details>
      )}
    </section>
  );
}
