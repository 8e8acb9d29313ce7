import { useCallback, useEffect, useState } from 'react';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { activeTab, onChanged, openOptions, request } from '../../lib/messaging/client.ts';
import type { PageReport, Problem } from '../../lib/messaging/messages.ts';
import { problemOf } from '../ui/problem-of.ts';
import { useNow } from '../ui/useNow.ts';
import { Popup, type PopupState } from './Popup.tsx';

type Page = { readonly url: string | null; readonly report: PageReport | null };

/** The popup, spoken for by the worker. Shows what is stored at once; a change that comes later is drawn in place. */
export function PopupPage() {
  const [page, setPage] = useState<Page | null>(null);
  const [picked, setPicked] = useState<ProjectKey | null>(null);
  const [state, setState] = useState<PopupState>({ kind: 'loading' });
  const [said, setSaid] = useState('');
  const now = useNow();

  useEffect(() => {
    activeTab().then(setPage, () => setPage({ url: null, report: null }));
  }, []);

  const reload = useCallback(async () => {
    if (page === null) return;
    try {
      setState({ kind: 'ready', view: await request('popup', { project: picked ?? page.report?.project ?? null, url: page.url }) });
    } catch (error) {
      const problem = problemOf(error);
      setState((before) => (before.kind === 'ready' ? { kind: 'ready', view: { ...before.view, problem } } : { kind: 'failed', problem }));
    }
  }, [page, picked]);
  useEffect(() => {
    void reload();
    return onChanged(() => void reload());
  }, [reload]);

  const view = state.kind === 'ready' ? state.view : null;
  async function change(asked: Promise<unknown>, done: string): Promise<Problem | null> {
    try {
      await asked;
      await reload();
      setSaid(done);
      return null;
    } catch (error) {
      const problem = problemOf(error);
      setState((before) => (before.kind === 'ready' ? { kind: 'ready', view: { ...before.view, problem } } : before));
      return problem;
    }
  }
  return (
    <Popup
      state={state} page={page ?? { url: null, report: null }} now={now} said={said}
      events={{
        onPickProject: setPicked,
        onPickSprint: (sprint) => { if (view?.project) void change(request('pickSprint', { project: view.project.key, sprint }), 'Sprint picked.'); },
        onSaveGoal: (text) => (view?.sprint ? change(request('setGoal', { sprint: view.sprint.sprint.key, text }), 'Sprint Goal saved.') : Promise.resolve(null)),
        onRefresh: () => { if (view?.project) void change(request('refresh', { project: view.project.key }), 'Reading from the tracker.'); },
        onReload: () => void reload(),
        onOptions: () => void openOptions(),
        onUndo: ({ id }) => void change(request('dropWrite', { id }), 'Undone.'),
        onRetry: ({ id }) => void change(request('retryWrite', { id }), 'Trying again.'),
        onDiscard: ({ id }) => void change(request('dropWrite', { id }), 'Discarded.'),
      }}
    />
  );
}
