import { useId } from 'react';
import type { CardItem, RoadmapIssue } from '../../lib/messaging/messages.ts';
import { plannedFor } from '../../lib/core/roadmap/window-words.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { ForecastLine } from '../workspace/roadmap/ForecastLine.tsx';
import { ForecastTerms } from '../workspace/roadmap/ForecastTerms.tsx';
import { HealthLine } from '../workspace/roadmap/HealthLine.tsx';
import { measureInWords } from '../workspace/roadmap/measure-words.ts';
import { Progress } from '../workspace/roadmap/Progress.tsx';

interface Props {
  readonly brief: CardItem;
  onOpen(item: string): void;
}

/** More reasons than three are read in the roadmap. */
const REASONS = 3;

/** What the roadmap item is for and how it goes, and what else is done for it. */
export function ItemBrief({ brief: { entry, siblings, total }, onOpen }: Props) {
  const { item, health, progress } = entry;
  const name = useId();
  const planned = plannedFor(item);
  const measure = item.measure === undefined ? null : measureInWords(item);
  const others = total - 1;
  return (
    <section className="brief" aria-labelledby={name}>
      <h3 id={name}>How {item.title} goes{planned !== null && <span className="muted"> · {planned}</span>}</h3>
      {measure !== null && <p>{measure}</p>}
      <HealthLine entry={entry} />
      <ul className="muted small brief-reasons">{health.reasons.slice(0, REASONS).map((reason) => <li key={reason}>{reason}</li>)}</ul>
      <Progress progress={progress} title={item.title} />
      <ForecastLine entry={entry} />
      {entry.forecast.state === 'forecast' && <ForecastTerms />}
      {siblings.length > 0 && (
        <>
          <h4>{others > siblings.length ? 'Best scored of its other issues' : 'Its other issues'}</h4>
          <ol className="siblings">{siblings.map((issue) => <Sibling key={issue.key} issue={issue} />)}</ol>
        </>
      )}
      <button type="button" className="button button-link" onClick={() => onOpen(item.id)}>{others > siblings.length ? 'See all of its issues in the roadmap' : 'Open it in the roadmap'}</button>
    </section>
  );
}

function Sibling({ issue: { reference, title, url, status, badge } }: { readonly issue: RoadmapIssue }) {
  return (
    <li>
      <span className={`sibling-score score-${badge.score === null ? 'none' : (badge.band ?? 'low')}`} title={badge.reason}><span className="visually-hidden">Score </span>{badge.score ?? '–'}</span>
      <ExternalLink to={url}>{title}</ExternalLink>
      <span className="muted small">{reference}{status === 'done' && ' · done'}</span>
    </li>
  );
}
