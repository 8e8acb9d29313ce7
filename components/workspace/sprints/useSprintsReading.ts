import { useCallback, useMemo } from 'react';
import type { ProjectKey, SprintKey } from '../../../lib/core/issue.ts';
import { request } from '../../../lib/messaging/client.ts';
import type { Problem } from '../../../lib/messaging/messages.ts';
import { useReading } from '../../ui/useReading.ts';
import type { SprintsLook } from '../address.ts';
import type { SprintsReading } from './Sprints.tsx';

interface Asked {
  /** `null` for the one that was visited last. */
  readonly project: ProjectKey | null;
  readonly sprint: SprintKey | null;
  readonly look: SprintsLook;
}

/** What the page of sprints shows, read from the worker and again whenever that stores something new. A sprint is shown as it was reported last until it is reported anew; the sides that nobody looks at are not read. */
export function useSprintsReading({ project: wanted, sprint, look }: Asked): { reading: SprintsReading | null; problem: Problem | null; renew(): void } {
  const view = useReading(useCallback(() => request('popup', { project: wanted, board: null }), [wanted]));
  const project = view.answer?.value.project?.key ?? null;
  const last = useReading(useCallback(() => (project === null ? Promise.resolve(null) : request('sprintView', { project, sprint, last: true })), [project, sprint]));
  const fresh = useReading(useCallback(async () => (project === null ? null : { report: await request('sprintView', { project, sprint, last: false }) }), [project, sprint]));
  const isKnown = fresh.answer?.value != null;
  // The ledger tells which goals still wait for their outcome, but the sprint comes first.
  const ledger = useReading(useCallback(async () => (project === null || (!isKnown && look !== 'ledger') ? null : request('sprintLedger', { project })), [project, isKnown, look]));
  const comparison = useReading(useCallback(async () => (project === null || look !== 'past' ? null : request('sprintComparison', { project })), [project, look]));
  const hasFlow = view.answer != null && view.answer.value.flow !== null;
  const flow = useReading(useCallback(async () => (project === null || (look !== 'past' && !hasFlow) ? null : request('teamFlow', { project })), [project, look, hasFlow]));
  const known = fresh.answer?.value?.report;
  const kept = last.answer?.value ?? null;
  // An answer to the question before this one is of another sprint.
  const report = known === undefined ? ofSprint(kept, sprint) : known === null ? (sprint === null ? 'none' : 'unknown') : ofSprint(known, sprint);
  const reading = useMemo<SprintsReading | null>(
    () => view.answer && { view: view.answer.value, report, ledger: ledger.answer?.value ?? null, comparison: comparison.answer?.value ?? null, flow: flow.answer?.value ?? null },
    [view.answer, report, ledger.answer, comparison.answer, flow.answer],
  );
  const renew = () => { for (const one of [view, fresh, ledger, comparison, flow]) one.renew(); };
  return { reading, problem: view.problem ?? fresh.problem ?? ledger.problem ?? comparison.problem ?? flow.problem, renew };
}

function ofSprint<R extends { readonly sprint: { readonly key: SprintKey } }>(report: R | null, wanted: SprintKey | null): R | null {
  return report !== null && wanted !== null && report.sprint.key !== wanted ? null : report;
}
