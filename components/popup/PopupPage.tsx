import { useCallback, useEffect, useState } from 'react';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { activeTab, openOptions, request } from '../../lib/messaging/client.ts';
import type { PageReport, PopupView, Problem } from '../../lib/messaging/messages.ts';
import { problemOf } from '../ui/problem-of.ts';
import { useNow } from '../ui/useNow.ts';
import { useReading } from '../ui/useReading.ts';
import { Popup, type PopupState } from './Popup.tsx';

type Page = { readonly url: string | null; readonly report: PageReport | null };

/** The popup, spoken for by the worker. Shows what is stored at once; a change that comes later is drawn in place. */
export function PopupPage() {
  const [page, setPage] = useState<Page | null>(null);
  const [picked, setPicked] = useState<ProjectKey | null>(null);
  const [failed, setFailed] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  const now = useNow();

  useEffect(() => {
    activeTab().then(setPage, () => setPage({ url: null, report: null }));
  }, []);

  const read = useCallback(async () => (page === null ? null : request('popup', { project: picked ?? page.report?.project ?? null, url: page.url })), [page, picked]);
  const { answer, problem, renew } = useReading(read);
  const view = answer?.value ?? null;
  async function change(asked: Promise<unknown>, done: string): Promise<Problem | null> {
    try {
      await asked;
      setFailed(null);
      setSaid(done);
      renew();
      return null;
    } catch (error) {
      const refused = problemOf(error);
      setFailed(refused);
      return refused;
    }
  }
  return (
    <Popup
      state={stateOf(view, failed ?? problem)} page={page ?? { url: null, report: null }} now={now} said={said}
      events={{
        onPickProject: setPicked,
        onPickSprint: (sprint) => { if (view?.project) void change(request('pickSprint', { project: view.project.key, sprint }), 'Sprint picked.'); },
        onSaveGoal: (text) => (view?.sprint ? change(request('setGoal', { sprint: view.sprint.sprint.key, text }), 'Sprint Goal saved.') : Promise.resolve(null)),
        onRefresh: () => { if (view?.project) void change(request('refresh', { project: view.project.key }), 'Reading from the tracker.'); },
        onReload: renew,
        onOptions: () => void openOptions(),
        onUndo: ({ id }) => void change(request('dropWrite', { id }), 'Undone.'),
        onRetry: ({ id }) => void change(request('retryWrite', { id }), 'Trying again.'),
        onDiscard: ({ id }) => void change(request('dropWrite', { id }), 'Discarded.'),
      }}
    />
  );
}

function stateOf(view: PopupView | null, problem: Problem | null): PopupState {
  if (view !== null) return { kind: 'ready', view: problem === null ? view : { ...view, problem } };
  return problem === null ? { kind: 'loading' } : { kind: 'failed', problem };
}
