import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { dateInWords } from '../../../lib/core/date-words.ts';

/** What the item names in the trackers, by their present word: nothing of it is ours, and what differs is said. */
export function PlansSection({ entry: { plans = [], unlike = [], item } }: { readonly entry: RoadmapItemView }) {
  if (plans.length === 0) return null;
  return (
    <section className="sheet-section" aria-labelledby="sheet-plans">
      <h3 id="sheet-plans">As the trackers plan it</h3>
      <ul className="bullets">
        {plans.map(({ words, url, dueOn, done }) => (
          <li key={words}>{done ? 'done' : dueOn === null ? 'no due date' : `due ${dateInWords(dueOn)}`} <span className="muted">from {url === null ? words : <ExternalLink to={url}>{words}</ExternalLink>}</span></li>
        ))}
      </ul>
      {item.window === undefined && plans.some(({ dueOn }) => dueOn !== null) && <p className="muted small">The item has no dates of its own, so the timeline shows these. Health and forecast are held against dates that are given to the item itself.</p>}
      {unlike.map((sentence) => <ProblemNote key={sentence} problem={{ sentence, action: null }} />)}
    </section>
  );
}
