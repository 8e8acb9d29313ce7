import { useCallback, useEffect, useState } from 'react';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { activeTab, request } from '../../lib/messaging/client.ts';
import type { Problem, SprintReport } from '../../lib/messaging/messages.ts';
import { useReading } from '../ui/useReading.ts';
import { keepPopup, type PopupContent, recallPopup } from './last-popup.ts';
import type { Page } from './Popup.tsx';

const NO_PAGE: Page = { url: null, report: null };
/** A tab that is busy does not keep the goal waiting. */
const PATIENCE = 40;

interface Reading {
  readonly page: Page | null;
  /** `null` before anything is known. */
  readonly content: PopupContent | null;
  readonly problem: Problem | null;
  renew(): void;
}

/** What the popup shows of a project (of the one in the tab, unless another is picked): first as it was shown last, then as it is stored, then as it is worked out anew. */
export function usePopupContent(picked: ProjectKey | null): Reading {
  const [page, setPage] = useState<Page | null>(null);
  const [last, setLast] = useState<PopupContent | null>(null);
  useEffect(() => {
    const soon = setTimeout(() => setLast(recallPopup(null)), PATIENCE);
    const arrive = (found: Page) => {
      clearTimeout(soon);
      setLast(recallPopup(found));
      setPage(found);
    };
    activeTab().then(arrive, () => arrive(NO_PAGE));
    return () => clearTimeout(soon);
  }, []);

  const readView = useCallback(async () => (page === null ? null : request('popup', { project: picked ?? page.report?.project ?? null, url: page.url })), [page, picked]);
  const { answer, problem, renew } = useReading(readView);
  const view = answer?.value ?? (picked === null ? (last?.view ?? null) : null);
  const project = answer?.value?.project?.key ?? null;
  const sprint = answer?.value?.sprint ?? null;
  // The current sprint is asked for without its name, as the toolbar does: what is worked out for the one is there for the other.
  const asked = sprint?.chosenBy === 'board' ? sprint.sprint.key : null;
  const report = useReport(project, sprint?.sprint.key ?? null, asked, view === null ? null : last?.report ?? null);
  const shown = report !== null && report.sprint.key === view?.sprint?.sprint.key ? report : null;

  const fresh = answer?.value ?? null;
  useEffect(() => {
    if (page === null || fresh === null || (fresh.sprint !== null && shown === null)) return undefined;
    const later = setTimeout(() => keepPopup(picked === null ? page : NO_PAGE, { view: fresh, report: shown }));
    return () => clearTimeout(later);
  }, [page, picked, fresh, shown]);
  return { page, content: view === null ? null : { view, report: shown }, problem, renew };
}

/** The report on the sprint in view: what is known of it already, else as it was made last, until it has been made anew. `sprint` is the one in view, `asked` what to ask for. */
function useReport(project: ProjectKey | null, sprint: SprintReport['sprint']['key'] | null, asked: SprintReport['sprint']['key'] | null, known: SprintReport | null): SprintReport | null {
  const isKnown = known !== null && known.sprint.key === sprint;
  const readLast = useCallback(async () => (project === null || sprint === null || isKnown ? null : request('sprintView', { project, sprint: asked, last: true })), [project, sprint, asked, isKnown]);
  const readNew = useCallback(async () => (project === null || sprint === null ? null : request('sprintView', { project, sprint: asked, last: false })), [project, sprint, asked]);
  const last = useReading(readLast, Infinity).answer?.value ?? null;
  const made = useReading(readNew, CALM).answer?.value ?? null;
  return [made, last, known].find((one) => one !== null && (sprint === null || one.sprint.key === sprint)) ?? null;
}

/** While a tracker is being read a change comes with every page of it; a report reads hundreds of rows. */
const CALM = 400;
