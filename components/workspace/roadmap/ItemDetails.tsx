import { useState } from 'react';
import type { RoadmapItem } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { Problem } from '../../../lib/messaging/messages.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { SeverityMark } from '../../ui/SeverityMark.tsx';
import { count } from '../../ui/wording/count.ts';
import { percent } from '../../ui/wording/numbers.ts';
import { ForecastLine } from './ForecastLine.tsx';
import { ForecastTerms } from './ForecastTerms.tsx';
import { healthInWord, HealthMark } from './HealthMark.tsx';
import { BELONGINGS, PRODUCT_RISKS } from './item-draft.ts';
import { ItemIssues } from './ItemIssues.tsx';
import { measureInWords } from './measure-words.ts';
import { PlansSection } from './PlansSection.tsx';
import { RemoveItem } from './RemoveItem.tsx';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';
import type { SheetEvents } from './roadmap-events.ts';
import { sizesOf } from '../../ui/wording/sizes-of.ts';
import { dateInWords } from '../../../lib/core/date-words.ts';
import { plannedFor } from '../../../lib/core/roadmap/window-words.ts';

interface Props {
  readonly entry: RoadmapItemView;
  readonly others: Parameters<typeof RemoveItem>[0]['others'];
  readonly events: SheetEvents;
  onGone(): void;
}

/** One item to read: what for, how it goes and why we say so, what belongs to it. */
export function ItemDetails({ entry, others, events, onGone }: Props) {
  const { item, progress, forecast } = entry;
  const { computed, reasons, disagrees } = entry.health;
  const [problem, setProblem] = useState<Problem | null>(null);
  const measure = measureInWords(item);
  async function gone(asked: Promise<Problem | null>) {
    const failed = await asked;
    setProblem(failed);
    if (failed === null) onGone();
  }
  const drop = async (dropped: boolean) => setProblem(await events.onChange(changed(entry.own ?? item, dropped), entry.own ?? item));
  return (
    <>
      {item.dropped === true && <ProblemNote problem={{ sentence: 'This item was given up.', action: 'Its tags stay on their issues, where they are flagged.' }}><button type="button" className="button" onClick={() => void drop(false)}>Take it up again</button></ProblemNote>}
      <section className="stack" aria-label="What for">
        <p className="sheet-outcome">{item.outcome || <span className="muted">{entry.described ? 'No outcome said yet: what should be different afterwards?' : 'Known from its label only. Edit it to give it a title, an outcome and a horizon.'}</span>}</p>
        {item.measure !== undefined && <p className="sheet-measure">{measure}</p>}
        <p className="row row-wrap muted">
          <span className="chip">{plannedFor(item) ?? 'No horizon'}</span>
          {item.theme !== undefined && <span className="chip">{item.theme}</span>}
          {item.owner !== undefined && <span>Owner {item.owner}</span>}
          {item.confidence !== undefined && <span>{percent(item.confidence / 100)} sure that it moves the measure</span>}
        </p>
      </section>
      <section className="sheet-section" aria-labelledby="sheet-health">
        <h3 id="sheet-health">How it goes</h3>
        {progress.issues.total > 0 && <ProgressBar label="Issues" done={progress.issues.done} total={progress.issues.total} words={`${progress.issues.done} of ${progress.issues.total}${progress.partial ? ' known' : ''} done`} />}
        {sizesOf(progress).map(({ done, total, unit, words, unestimated }) => <ProgressBar key={unit} label={unit === ' h' ? 'Estimate in hours' : 'Estimate'} done={done} total={total} words={`${words} done${unestimated > 0 ? `, ${count(unestimated, 'issue')} without` : ''}`} />)}
        <dl className="healths" data-disagrees={disagrees || undefined}>
          <div><dt>Computed</dt><dd><HealthMark health={computed} /><ul>{reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul></dd></div>
          <div><dt>Declared</dt><dd>{item.declared === undefined ? <span className="muted">Nobody has said</span> : <><HealthMark health={item.declared.health} />{item.declared.on !== null && <span className="muted small"> on {dateInWords(item.declared.on)}</span>}<p>{item.declared.note}</p>{entry.fromProject && <p className="muted small">From the Project <ExternalLink to={entry.fromProject.url}>{entry.fromProject.title}</ExternalLink>{entry.fromProject.by !== null && `, said by ${entry.fromProject.by}`}. It is changed there.</p>}</>}</dd></div>
        </dl>
        {disagrees && item.declared !== undefined && <ProblemNote problem={{ sentence: `Declared ${healthInWord(item.declared.health).toLowerCase()}, but the data say ${healthInWord(computed).toLowerCase()}.`, action: 'One of the two needs a look.' }} />}
        <ForecastLine entry={entry} />
        {forecast.state === 'forecast' && <ForecastTerms />}
        {(forecast.state === 'declined' || forecast.state === 'beyond') && <p className="muted">No forecast: {forecast.because}</p>}
      </section>
      <PlansSection entry={entry} />
      {entry.flags.length > 0 && <section className="sheet-section" aria-labelledby="sheet-flags"><h3 id="sheet-flags">Risk flags</h3><ul className="sheet-flags">{entry.flags.map(({ rule, label, severity, reason }) => <li key={rule}><SeverityMark severity={severity} /><span><strong>{label}</strong> {reason}</span></li>)}</ul></section>}
      <section className="sheet-section" aria-labelledby="sheet-risks">
        <h3 id="sheet-risks">Product risks</h3>
        <ul className="risk-list">{Object.entries(PRODUCT_RISKS).map(([id, name]) => <RiskStatus key={id} name={name} status={item.risks?.[id as keyof typeof PRODUCT_RISKS]} />)}</ul>
      </section>
      {item.links !== undefined && item.links.length > 0 && <section className="sheet-section" aria-labelledby="sheet-links"><h3 id="sheet-links">Links</h3><ul className="bullets">{item.links.map(({ title, url }) => <li key={url}><ExternalLink to={url}>{title}</ExternalLink></li>)}</ul></section>}
      <ItemIssues entry={entry} onIssues={events.onIssues} />
      <section className="sheet-section" aria-labelledby="sheet-belongs">
        <h3 id="sheet-belongs">What belongs to it</h3>
        <p>Issues with the label <span className="code">roadmap:{item.id}</span>{(item.formerIds ?? []).map((id) => <span key={id}>, <span className="code">roadmap:{id}</span></span>)}{item.belongs === undefined ? '.' : ', and issues that fit:'}</p>
        {item.belongs !== undefined && <ul className="bullets">{item.belongs.map((rule) => <li key={JSON.stringify(rule)}>{Object.entries(rule).map(([name, value]) => `${BELONGINGS[name as keyof typeof BELONGINGS].toLowerCase()} ${value}`).join(' and ')}</li>)}</ul>}
      </section>
      {problem !== null && <ProblemNote problem={problem} tone="late" />}
      <RemoveItem item={item} described={entry.described} tagged={progress.issues.total} others={others} onMerge={(into) => void gone(events.onMerge(item.id, into))} onDrop={() => void drop(true)} onRemove={() => void gone(events.onRemove(item.id))} />
    </>
  );
}

function RiskStatus({ name, status }: { readonly name: string; readonly status: 'open' | 'tested' | 'retired' | undefined }) {
  return <li data-status={status ?? 'unknown'}><span>{name}</span> <span className="muted">{status ?? 'not looked at'}</span></li>;
}

function changed({ dropped: _dropped, ...item }: RoadmapItem, dropped: boolean): RoadmapItem {
  return dropped ? { ...item, dropped } : item;
}
