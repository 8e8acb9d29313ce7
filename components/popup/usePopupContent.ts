import { useCallback, useEffect, useState } from 'react';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { request, version } from '../../lib/messaging/client.ts';
import type { Problem, SprintReport } from '../../lib/messaging/messages.ts';
import { useReading } from '../ui/useReading.ts';
import { lastWording } from '../workspace/sprints/search-ledger.ts';
import { takeFrame } from './first-frame.ts';
import { keepPopup, type PopupContent, recallPopup } from './last-popup.ts';
import type { OpenedOver } from './opened-over.ts';
import type { Page } from './Popup.tsx';

interface Reading {
  readonly page: Page | null;
  /** `null` before anything is known. */
  readonly content: PopupContent | null;
  /** The sprint that ended last, where none runs and nobody has said what became of its goals. */
  readonly asks: SprintReport['asks'];
  /** What is shown is not yet the latest. */
  readonly busy: boolean;
  readonly problem: Problem | null;
  renew(): void;
}

/** What the popup shows of a project (of the one in the tab, unless another is picked): first as it was shown last, then as it is stored, then as it is worked out anew. */
export function usePopupContent(over: OpenedOver, picked: ProjectKey | null): Reading {
  const [page, setPage] = useState(over.inTime);
  const [last, setLast] = useState(() => recallPopup(over.inTime));
  useEffect(() => {
    if (page !== null) return;
    async function take() {
      const found = await over.page;
      setLast(recallPopup(found));
      setPage(found);
    }
    void take();
  }, [over, page]);

  const wanted = picked ?? page?.report?.project ?? null;
  const board = page?.report?.board ?? null;
  const isKept = last !== null && picked === null;
  const readLast = useCallback(async () => {
    if (page === null || isKept) return null;
    return picked === null ? over.last : request('lastPopup', { project: picked, board });
  }, [over, page, picked, board, isKept]);
  const readView = useCallback(async () => (page === null ? null : request('popup', { project: wanted, board })), [page, wanted, board]);
  const former = useReading(readLast, Infinity);
  const { answer, problem, renew } = useReading(readView);
  const stored = answer?.value ?? former.answer?.value ?? null;
  const view = stored ?? (picked === null ? (last?.view ?? null) : null);
  const sprint = stored?.sprint ?? null;
  // The current sprint is asked for without its name, as the toolbar does: what is worked out for the one is there for the other.
  const asked = sprint?.chosenBy === 'board' ? sprint.sprint.key : null;
  const { report, made, problem: unreported } = useReport(stored?.project?.key ?? null, sprint?.sprint.key ?? null, asked, view === null ? null : (last?.report ?? null));
  const shown = report !== null && report.sprint.key === view?.sprint?.sprint.key ? report : null;

  const fresh = answer?.value ?? null;
  const asks = useAsks(fresh?.project?.state === 'ready' && fresh.sprint === null ? fresh.project.key : null);
  useEffect(() => {
    // What is picked is for now; the next popup is again about the page that it opens over.
    if (page === null || picked !== null || fresh === null || (fresh.sprint !== null && shown === null)) return undefined;
    const later = setTimeout(() => keepPopup(page, { view: fresh, report: shown }, takeFrame(document, version())));
    return () => clearTimeout(later);
  }, [page, picked, fresh, shown]);
  return { page, content: view === null ? null : { view, report: shown }, asks, busy: problem === null && (fresh === null || (fresh.sprint !== null && !made)), problem: problem ?? unreported, renew };
}

/** The report on the sprint in view: what is known of it already, else as it was made last, until it has been made anew. `sprint` is the one in view, `asked` what to ask for. */
function useReport(project: ProjectKey | null, sprint: SprintReport['sprint']['key'] | null, asked: SprintReport['sprint']['key'] | null, known: SprintReport | null): { report: SprintReport | null; made: boolean; problem: Problem | null } {
  const isKnown = known !== null && known.sprint.key === sprint;
  const readLast = useCallback(async () => (project === null || sprint === null || isKnown ? null : request('sprintView', { project, sprint: asked, last: true })), [project, sprint, asked, isKnown]);
  const readNew = useCallback(async () => (project === null || sprint === null ? null : request('sprintView', { project, sprint: asked, last: false })), [project, sprint, asked]);
  const last = useReading(readLast, Infinity).answer?.value ?? null;
  const made = useReading(readNew, CALM);
  const isOf = (one: SprintReport | null): boolean => one !== null && (sprint === null || one.sprint.key === sprint);
  const anew = made.answer?.value ?? null;
  return { report: [anew, last, known].find(isOf) ?? null, made: isOf(anew) || made.problem !== null, problem: made.problem };
}

/** Between two sprints there is no report that would ask. */
function useAsks(project: ProjectKey | null): SprintReport['asks'] {
  const read = useCallback(async () => (project === null ? null : request('sprintLedger', { project })), [project]);
  const ledger = useReading(read, CALM).answer?.value ?? null;
  const ended = project === null ? undefined : ledger?.sprints.find(({ state }) => state === 'closed');
  return ended?.asks ? { sprint: ended.sprint, title: ended.title, goals: ended.goals.map(lastWording) } : null;
}

/** While a tracker is being read a change comes with every page of it; a report reads hundreds of rows. */
const CALM = 400;
