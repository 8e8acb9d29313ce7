import { useMemo, useRef, useState } from 'react';
import type { Instant } from '../../../lib/core/time.ts';
import type { LedgerView, SiteView } from '../../../lib/messaging/messages.ts';
import { ShowMore } from '../../ui/ShowMore.tsx';
import { count } from '../../ui/wording/count.ts';
import { usePrinting } from '../roadmap/usePrinting.ts';
import { LedgerEntryView } from './LedgerEntryView.tsx';
import { searchLedger } from './search-ledger.ts';
import type { SprintsEvents } from './sprints-events.ts';

interface Props {
  readonly ledger: LedgerView;
  readonly tracker: SiteView['tracker'];
  readonly now: Instant;
  readonly events: SprintsEvents;
}

/** More at once would only be scrolled past. */
const AT_ONCE = 12;

/** Every sprint with what it was for and what became of that, the latest first. */
export function Ledger({ ledger, tracker, now, events }: Props) {
  const [text, setText] = useState('');
  const [reach, setReach] = useState(AT_ONCE);
  const list = useRef<HTMLOListElement>(null);
  const found = useMemo(() => searchLedger(ledger, text), [ledger, text]);
  const shown = usePrinting() ? found.length : reach;
  if (ledger.sprints.length === 0) return <p className="nothing">No sprint has begun yet. From the first one on, this keeps its goals, what became of them, and what was finished.</p>;
  return (
    <section className="ledger" aria-labelledby="ledger">
      <h2 id="ledger" className="visually-hidden">Ledger of goals</h2>
      <div className="row row-wrap">
        <input type="search" className="input search" aria-label="Search the ledger" placeholder="Search goals, notes and issues" value={text} onChange={(event) => setText(event.target.value)} />
        <output className="muted small">{text.trim() === '' ? count(ledger.sprints.length, 'sprint') : `${found.length} of ${count(ledger.sprints.length, 'sprint')}`}</output>
      </div>
      {found.length === 0 && <p className="nothing">No sprint speaks of that. <button type="button" className="button button-link" onClick={() => setText('')}>Show all {ledger.sprints.length}</button></p>}
      <ol ref={list} className="ledger-list">{found.slice(0, shown).map((entry) => <LedgerEntryView key={entry.sprint} entry={entry} issues={ledger.issues} tracker={tracker} now={now} events={events} />)}</ol>
      <ShowMore shown={shown} of={found.length} atOnce={AT_ONCE} list={list} onShow={setReach} />
    </section>
  );
}
