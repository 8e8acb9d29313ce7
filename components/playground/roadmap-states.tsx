import type { RoadmapView } from '../../lib/messaging/messages.ts';
import { Roadmap, type RoadmapState } from '../workspace/roadmap/Roadmap.tsx';
import type { RoadmapEvents } from '../workspace/roadmap/roadmap-events.ts';
import type { Look } from '../workspace/roadmap/RoadmapBar.tsx';
import { WorkspaceFrame } from '../workspace/WorkspaceFrame.tsx';
import { fileEvents } from './options-states.tsx';
import { goodFile } from './roadmap-file-fixtures.ts';
import { OFFLINE } from './issues.ts';
import type { PlaygroundState } from './playground-state.ts';
import { candidates, largeView, roadmapIssues, roadmapView, unreadView } from './roadmap-fixtures.ts';

const nothing = () => undefined;
const events: RoadmapEvents = {
  onMove: nothing, onUndo: nothing, onReload: nothing, files: fileEvents, onSave: () => Promise.resolve(null), onChange: () => Promise.resolve(null), onRemove: () => Promise.resolve(null), onMerge: () => Promise.resolve(null), onSaveAim: () => Promise.resolve(null), onBuild: () => Promise.resolve(null),
  onIssues: () => Promise.resolve({ issues: [...roadmapIssues], total: 31 }), onCandidates: () => Promise.resolve(candidates),
};
const noCandidates: RoadmapEvents = { ...events, onCandidates: () => Promise.resolve([]) };

interface Extra {
  readonly look?: Look;
  readonly open?: string;
  readonly moved?: string;
  readonly events?: RoadmapEvents;
}
function shown(id: string, title: string, state: RoadmapState, { look = 'board', open, moved, events: own = events }: Extra = {}): PlaygroundState {
  return {
    id, title, room: 'workspace',
    view: () => <WorkspaceFrame onOptions={nothing}><Roadmap state={state} files={[goodFile]} undoable={moved === undefined ? null : { words: moved }} said="" firstLook={look} {...(open === undefined ? {} : { firstOpen: open })} events={own} /></WorkspaceFrame>,
  };
}
const ready = (changes: Partial<RoadmapView> = {}): RoadmapState => ({ kind: 'ready', view: { ...roadmapView, ...changes }, problem: null });
const empty = { items: [], flags: [], aim: { vision: '', productGoal: '' } };

export const roadmapStates: readonly PlaygroundState[] = [
  shown('roadmap-board', 'The roadmap by horizon', ready()),
  shown('roadmap-timeline', 'The roadmap along the days', ready(), { look: 'timeline' }),
  shown('roadmap-item', 'One item beside the board', ready(), { open: 'faster-checkout' }),
  shown('roadmap-from-project', 'An item whose health its Project says', ready({ items: roadmapView.items.map((entry) => (entry.item.id === 'faster-checkout' ? { ...entry, own: entry.item, fromProject: { title: 'Shop delivery', url: 'https://github.com/orgs/acme/projects/1', by: 'mira', at: 0 } } : entry)) }), { open: 'faster-checkout' }),
  shown('roadmap-unread', 'Without a token: how items go is not known', ready(unreadView())),
  shown('roadmap-unread-item', 'One item of which closed issues were not read, estimated in points and in hours', ready({ ...unreadView(), items: unreadView().items.map((entry) => ({ ...entry, progress: { ...entry.progress, hours: { done: 0, total: 61.5, unestimated: 6 } } })) }), { open: 'faster-checkout' }),
  shown('roadmap-late', 'A project of it was last read days ago', ready({ late: 'acme/shop was last read on 16 Nov 2026: days since then count in no forecast.' })),
  shown('roadmap-dropped', 'An item that was given up', ready(), { open: 'gift-cards' }),
  shown('roadmap-moved', 'An item was moved and can go back; issues are counted again', ready({ counting: true, aim: { vision: '', productGoal: '' } }), { moved: 'Guest accounts moved to Next.' }),
  shown('roadmap-first', 'Empty: a first roadmap from milestones, versions and epics', ready(empty)),
  shown('roadmap-nothing', 'Empty: nothing to begin with', ready({ ...empty, issues: { known: 0, onItems: 0 } }), { events: noCandidates }),
  shown('roadmap-offline', 'Offline', { kind: 'ready', view: roadmapView, problem: OFFLINE }),
  shown('roadmap-large', '500 items', { kind: 'ready', view: largeView, problem: null }),
  shown('roadmap-large-timeline', '500 items along the days', { kind: 'ready', view: largeView, problem: null }, { look: 'timeline' }),
  shown('roadmap-loading', 'Loading', { kind: 'loading' }),
  shown('roadmap-failed', 'Worker does not answer', { kind: 'failed', problem: { kind: 'stopped', sentence: 'Waymark’s background worker did not answer.', action: 'Reload this page; if that does not help, restart the browser.' } }),
];
