import type { Instant } from '../../lib/core/time.ts';
import type { SprintReport, SprintView } from '../../lib/messaging/messages.ts';
import { BurnUp } from '../sprint/BurnUp.tsx';
import { AskLastGoal } from './AskLastGoal.tsx';
import { CreptIn } from './CreptIn.tsx';
import { Daily } from './Daily.tsx';
import { FlaggedIssues } from './FlaggedIssues.tsx';
import type { PopupEvents } from './popup-events.ts';
import { ServingIssues } from './ServingIssues.tsx';

interface Props {
  readonly sprint: SprintView;
  readonly report: SprintReport | null;
  readonly now: Instant;
  readonly events: PopupEvents;
}

/** What changed since yesterday, what happened so far, and which issues it is about. */
export function SprintAccount({ sprint, report, now, events }: Props) {
  return (
    <>
      {report !== null && (
        <>
          {report.asks !== null && <AskLastGoal key={report.asks.sprint} asks={report.asks} onOutcome={events.onOutcome} />}
          <Daily report={report} now={now} onCopy={events.onCopy} />
          <BurnUp burnUp={report.burnUp} dueOn={report.sprint.dueOn} today={report.today} forecast={report.odds.state === 'odds' ? report.odds.everything : null} small />
          <ServingIssues report={report} onMark={events.onMark} />
        </>
      )}
      <FlaggedIssues issues={sprint.flagged} />
      {sprint.crept !== null && sprint.crept.issues.length > 0 && <CreptIn crept={sprint.crept} now={now} />}
    </>
  );
}
