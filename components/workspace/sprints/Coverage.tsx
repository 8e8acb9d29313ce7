import type { SprintReport } from '../../../lib/messaging/messages.ts';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { count } from '../../ui/wording/count.ts';
import { IssueEntry } from './IssueEntry.tsx';

/** How much of the work serves the goal, what of it is left, and what else is being worked on meanwhile. */
export function Coverage({ report: { coverage, issues, story } }: { readonly report: SprintReport }) {
  const { goal, other, left, offGoal } = coverage;
  const share = (name: string, { done, total }: typeof goal) => <ProgressBar label={name} done={done} total={total} words={total === 0 ? 'none' : `${done} of ${total} done`} />;
  return (
    <section className="sprint-section" aria-labelledby="coverage">
      <h2 id="coverage">Goal and other work</h2>
      {goal.total === 0
        ? <p className="muted">No issue is marked as serving the goal. Mark them below: then this says how far the goal is, apart from everything else.</p>
        : share('Serves the goal', goal)}
      {share(goal.total === 0 ? 'All work' : 'Other work', other)}
      {left.length > 0 && (
        <details className="story-list" open={left.length <= 5}>
          <summary>Left for the goal <span className="count">{left.length}</span></summary>
          <ul className="sprint-lines">{left.map((key) => <IssueEntry key={key} issue={issues[key]} note={issues[key]?.category === 'doing' ? 'in progress' : 'not begun'} />)}</ul>
        </details>
      )}
      {goal.total > 0 && offGoal.length > 0 && (
        <details className="story-list">
          <summary>{count(offGoal.length, 'issue')} in progress {offGoal.length === 1 ? 'does' : 'do'} not serve the goal</summary>
          <ul className="sprint-lines">{offGoal.map((key) => <IssueEntry key={key} issue={issues[key]} />)}</ul>
        </details>
      )}
      {story.span.endedAt !== null && <p className="muted small">As it was when the sprint ended.</p>}
    </section>
  );
}
