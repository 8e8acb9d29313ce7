import type { SiteView, SprintReport } from '../../../lib/messaging/messages.ts';
import { BurnUp } from '../../sprint/BurnUp.tsx';
import { AskOutcome } from './AskOutcome.tsx';
import { Coverage } from './Coverage.tsx';
import { FlagsByRule } from './FlagsByRule.tsx';
import { GoalItems } from './GoalItems.tsx';
import { GoalPanel } from './GoalPanel.tsx';
import { MarkIssues } from './MarkIssues.tsx';
import { OddsPanel } from './OddsPanel.tsx';
import { SprintLine } from './SprintLine.tsx';
import type { SprintsEvents } from './sprints-events.ts';
import { Threats } from './Threats.tsx';
import { WhatHappened } from './WhatHappened.tsx';

interface Props {
  readonly report: SprintReport;
  readonly tracker: SiteView['tracker'];
  readonly editsGoal: boolean;
  readonly events: SprintsEvents;
}

/** One sprint: what it is for, whether that is reached, what happened in it. */
export function CurrentSprint({ report, tracker, editsGoal, events }: Props) {
  const { odds, burnUp, unread, sprint, story } = report;
  return (
    <>
      {report.asks !== null && <AskOutcome key={report.asks.sprint} asks={report.asks} onOutcome={events.onOutcome} />}
      <GoalPanel key={sprint.key} report={report} tracker={tracker} opened={editsGoal} events={events} />
      <SprintLine report={report} tracker={tracker} />
      <div className="sprint-columns">
        <div className="sprint-column">
          <section className="sprint-section">
            <BurnUp burnUp={burnUp} dueOn={sprint.dueOn} today={report.today} forecast={odds.state === 'odds' && story.span.endedAt === null ? odds.everything : null} unread={unread} />
          </section>
          <WhatHappened report={report} />
          <MarkIssues key={sprint.key} report={report} onMark={events.onMark}><GoalItems items={report.goals.items} onSave={(items) => events.onSaveItems(sprint.key, items)} onItems={events.onItems} /></MarkIssues>
        </div>
        <div className="sprint-column">
          <OddsPanel report={report} />
          <Threats report={report} />
          <Coverage report={report} />
          <FlagsByRule report={report} />
        </div>
      </div>
    </>
  );
}
