import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { IssueKey } from '../../../lib/core/issue.ts';
import type { ReportIssue, SprintReport } from '../../../lib/messaging/messages.ts';
import { ExternalLink } from '../../ui/ExternalLink.tsx';
import { CheckIcon, PlusIcon } from '../../ui/icons.tsx';
import { count } from '../../ui/wording/count.ts';
import { sizeInWords } from '../../ui/wording/sizes-of.ts';
import { STATUSES } from '../../ui/wording/status.ts';
import { heldIssues } from './held-issues.ts';

interface Props {
  readonly report: SprintReport;
  readonly children?: ReactNode;
  /** Only issues that it changes. */
  onMark(keys: readonly IssueKey[], on: boolean): void;
}


/** Which issues serve the goal: one by one, or those that are ticked. Arrows walk the list, Space ticks, G marks. */
export function MarkIssues({ report, children, onMark }: Props) {
  const [ticked, setTicked] = useState<ReadonlySet<IssueKey>>(new Set());
  const issues = heldIssues(report);
  // What has left the sprint meanwhile is ticked no more.
  const chosen = issues.filter(({ key }) => ticked.has(key));
  const tick = (keys: readonly IssueKey[], on: boolean) => setTicked((before) => new Set(on ? [...before, ...keys] : [...before].filter((key) => !keys.includes(key))));
  function mark(wanted: readonly ReportIssue[], on: boolean) {
    const changed = wanted.filter((issue) => (issue.mark !== null) !== on);
    if (changed.length > 0) onMark(changed.map(({ key }) => key), on);
    setTicked(new Set());
  }
  function onKey(event: KeyboardEvent<HTMLElement>) {
    const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('tbody input[type=checkbox]')];
    const at = boxes.findIndex((box) => box === document.activeElement);
    const issue = issues[at];
    if (issue === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') boxes[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    else if (event.key === 'g') {
      const wanted = chosen.length > 0 ? chosen : [issue];
      mark(wanted, wanted.some((one) => one.mark === null));
    } else return;
    event.preventDefault();
  }
  if (issues.length === 0) return null;
  const all = chosen.length === issues.length;
  return (
    <section className="sprint-section" aria-labelledby="mark">
      <h2 id="mark">Which issues serve the goal</h2>
      <p className="muted small mark-hint">Those with the label {report.goals.label} do. Arrows walk, Space ticks, G marks what is ticked, or the issue itself.</p>
      {children}
      <div className="mark-bar row row-wrap">
        <button type="button" className="button" aria-disabled={chosen.length === 0} onClick={() => mark(chosen, true)}>Serves the goal</button>
        <button type="button" className="button" aria-disabled={chosen.length === 0} onClick={() => mark(chosen, false)}>Does not</button>
        <output className="muted small">{chosen.length === 0 ? `${issues.filter((issue) => issue.mark !== null).length} of ${count(issues.length, 'issue')} marked` : `${chosen.length} ticked`}</output>
      </div>
      {/* The arrows only shorten the way between its boxes. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table className="mark-table" onKeyDown={onKey}>
        <caption className="visually-hidden">Issues of {report.sprint.title}</caption>
        <thead><tr>
          <th scope="col"><input type="checkbox" aria-label="Tick all" checked={all} onChange={() => tick(issues.map(({ key }) => key), !all)} /></th>
          <th scope="col">Issue</th><th scope="col">Status</th><th scope="col" className="number">Estimate</th><th scope="col">Goal</th>
        </tr></thead>
        <tbody>{issues.map((issue) => <MarkRow key={issue.key} issue={issue} ticked={ticked.has(issue.key)} onTick={(on) => tick([issue.key], on)} onMark={(on) => mark([issue], on)} />)}</tbody>
      </table>
    </section>
  );
}

function MarkRow({ issue: { reference, title, url, category, estimate, estimateIn, mark }, ticked, onTick, onMark }: { readonly issue: ReportIssue; readonly ticked: boolean; onTick(on: boolean): void; onMark(on: boolean): void }) {
  return (
    <tr data-done={category === 'done' || undefined} data-ticked={ticked || undefined}>
      <td><input type="checkbox" aria-label={`Tick ${reference}`} checked={ticked} onChange={(event) => onTick(event.target.checked)} /></td>
      <td><ExternalLink className="line-link" to={url}>{title} <span className="muted line-reference">{reference}</span></ExternalLink></td>
      <td className="muted">{STATUSES[category]}</td>
      <td className="number muted">{estimate === null ? '–' : sizeInWords(estimate, estimateIn)}</td>
      <td>
        {mark?.via === 'item'
          ? <span className="muted small">by its roadmap item</span>
          : <>
            <button type="button" className="button goal-toggle" aria-pressed={mark !== null} title={mark === null ? 'Mark as serving the goal' : 'Serves the goal'} onClick={() => onMark(mark === null)}>{mark === null ? <PlusIcon /> : <CheckIcon />}Goal<span className="visually-hidden"> {reference}</span></button>
            {mark !== null && (mark.pending || mark.via === 'local') && <span className="muted small"> {mark.pending ? 'waiting' : 'here only'}</span>}
          </>}
      </td>
    </tr>
  );
}
