import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { askHostPermission, openOptions, request } from '../../lib/messaging/client.ts';
import { catchLostFocus } from '../ui/catch-lost-focus.ts';
import { notReady } from '../ui/page-state.ts';
import { useNow } from '../ui/useNow.ts';
import { useGoalChanges } from '../workspace/sprints/useGoalChanges.ts';
import { NO_PAGE, type OpenedOver } from './opened-over.ts';
import { Popup, type PopupState } from './Popup.tsx';
import { usePopupContent } from './usePopupContent.ts';

/** The popup, spoken for by the worker. Shows what was known last at once; what comes later is drawn in place. */
export function PopupPage({ over }: { readonly over: OpenedOver }) {
  const [picked, setPicked] = useState<ProjectKey | null>(null);
  const { page, content, asks, busy, problem, renew } = usePopupContent(over, picked);
  const { failed, said, undoable, change, events } = useGoalChanges(renew);
  const now = useNow();
  const project = content?.view.project?.key;
  const stopped = failed ?? problem;
  const state: PopupState = content !== null
    ? { kind: 'ready', ...content, asks, view: stopped === null ? content.view : { ...content.view, problem: stopped } }
    : notReady(stopped);
  return (
    <Popup
      state={state} page={page ?? NO_PAGE} busy={busy} now={now} said={said} undoable={undoable}
      events={{
        ...events,
        onPickProject: setPicked,
        onPickSprint: (sprint) => { if (project !== undefined) void change(request('pickSprint', { project, sprint }), 'Sprint picked.'); },
        onAllow: (host) => void change(askHostPermission(host).then((allowed) => (allowed && project !== undefined ? request('refresh', { project }) : null)), 'Asked the browser.'),
        onRefresh: () => { if (project !== undefined) void change(request('refresh', { project }), 'Reading from the tracker.'); },
        onCopy: (text) => navigator.clipboard.writeText(text).then(() => true, () => false),
        onReload: renew,
        onOptions: () => void openOptions(),
      }}
    />
  );
}

/** In place of what stands there. */
export function showPopup(root: HTMLElement, over: OpenedOver): void {
  catchLostFocus(root.ownerDocument);
  createRoot(root).render(<PopupPage over={over} />);
}
