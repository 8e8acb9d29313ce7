import type { LedgerView, PopupView, SprintReport } from '../../../lib/messaging/messages.ts';
import type { SprintsEvents } from './sprints-events.ts';
import { sprintChoices } from './sprint-choices.ts';

interface Props {
  readonly view: PopupView;
  readonly report: SprintReport | null;
  readonly ledger: LedgerView | null;
  readonly events: SprintsEvents;
}

/** Which sprint is looked at: those that run, those to come, those that have been; and the way to make one of those that run ours. */
export function WhichSprint({ view, report, ledger, events }: Props) {
  const groups = sprintChoices(view, ledger);
  const keys = groups.flatMap(({ sprints }) => sprints.map(({ key }) => key));
  const shown = report?.sprint.key ?? null;
  if (keys.length === 0) return null;
  const ours = view.sprint?.sprint.key ?? null;
  return (
    <>
      <select className="input pill" aria-label="Sprint" value={shown ?? ''} onChange={(event) => events.onPickSprint(keys.find((key) => key === event.target.value) ?? null)}>
        {shown === null && <option value="">Choose a sprint</option>}
        {shown !== null && !keys.includes(shown) && <option value={shown}>{report?.sprint.title}</option>}
        {groups.map(({ name, sprints }) => sprints.length > 0 && <optgroup key={name} label={name}>{sprints.map(({ key, title }) => <option key={key} value={key}>{title}</option>)}</optgroup>)}
      </select>
      {shown !== null && shown !== ours && report?.sprint.state === 'open' && <button type="button" className="button" onClick={() => events.onKeepSprint(shown)}>Make it ours</button>}
      {shown !== null && shown !== ours && ours !== null && <button type="button" className="button button-quiet" onClick={() => events.onPickSprint(null)}>Back to {view.sprint?.sprint.title}</button>}
    </>
  );
}
