import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Horizon } from '../../../lib/core/roadmap/roadmap-item.ts';
import type { Problem, RoadmapItemView, RoadmapView } from '../../../lib/messaging/messages.ts';
import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import type { PageState } from '../../ui/page-state.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { Said } from '../../ui/Said.tsx';
import { Aim } from './Aim.tsx';
import { Board } from './Board.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import { filterEntries, NO_FILTER } from './filter-entries.ts';
import { FirstRoadmap } from './FirstRoadmap.tsx';
import { ItemSheet } from './ItemSheet.tsx';
import type { RoadmapEvents } from './roadmap-events.ts';
import { RoadmapBar, type Look } from './RoadmapBar.tsx';
import { RoadmapFlags } from './RoadmapFlags.tsx';
import { RoadmapSkeleton } from './RoadmapSkeleton.tsx';
import { Timeline } from './Timeline.tsx';
import { UndoNote, type Undoable } from './UndoNote.tsx';

export type RoadmapState = PageState<{ readonly view: RoadmapView; readonly problem: Problem | null }>;

interface Props {
  readonly state: RoadmapState;
  /** Those of the repositories that may be read. */
  readonly files: readonly RoadmapFileView[];
  readonly undoable: Undoable | null;
  readonly said: string;
  /** How issues are tagged in bulk, and how that goes. */
  readonly tagging?: ReactNode;
  /** How it begins; both are the reader's from then on. */
  readonly firstLook?: Look;
  readonly firstOpen?: string;
  readonly events: RoadmapEvents;
}

type Opened = { readonly id: string | null; readonly horizon: Horizon | null };

/** What the product means to achieve: as a board by horizon, and along the days. */
export function Roadmap({ state, files, undoable, said, tagging, firstLook = 'board', firstOpen, events }: Props) {
  const [look, setLook] = useState<Look>(firstLook);
  const [filter, setFilter] = useState(NO_FILTER);
  const [opened, setOpened] = useState<Opened | null>(firstOpen === undefined ? null : { id: firstOpen, horizon: null });
  const open = useCallback((id: string) => setOpened({ id, horizon: null }), []);
  const view = state.kind === 'ready' ? state.view : null;
  const shown = useMemo(() => filterEntries(view?.items ?? [], filter), [view, filter]);
  const [lastOpen, setLastOpen] = useState<RoadmapItemView | null>(null);
  const found = view === null || opened === null || opened.id === null ? null : openedIn(view.items, opened.id, lastOpen);
  if (found !== null && found !== lastOpen) setLastOpen(found);
  // Deleted elsewhere while somebody reads it, or writes in its form: that stays until they close it.
  const entry = found ?? (lastOpen !== null && isOf(lastOpen, opened?.id) ? lastOpen : null);
  /** What is gone is closed, and does not open by itself when it comes back. */
  const closing = (asked: Promise<Problem | null>) => asked.then((failed) => {
    if (failed === null) setOpened(null);
    return failed;
  });
  const openNew = () => setOpened({ id: null, horizon: 'now' });
  return (
    <main className="roadmap" aria-busy={state.kind === 'loading'}>
      <h1 className="visually-hidden">Roadmap</h1>
      {state.kind === 'loading' && <RoadmapSkeleton />}
      {state.kind === 'failed' && <ProblemNote problem={state.problem} tone="late"><button type="button" className="button" onClick={events.onReload}>Try again</button></ProblemNote>}
      {state.kind === 'ready' && state.problem !== null && <ProblemNote problem={state.problem} />}
      {view !== null && (
        <>
          <Aim aim={view.aim} onSave={events.onSaveAim} />
          {/* Labels that teammates put on name items, which nobody has described yet. */}
          {!view.items.some(({ described }) => described) && <FirstRoadmap events={events} onNew={openNew} />}
          {view.items.length > 0 && (
            <>
              <RoadmapFlags view={view} files={files} events={events.files} />
              {tagging}
              <RoadmapBar entries={view.items} shown={shown.length} look={look} filter={filter} onLook={setLook} onFilter={setFilter} onNew={openNew}>
                <ExportMenu view={view} shown={shown} look={look} />
              </RoadmapBar>
              {shown.length === 0
                ? <p className="nothing">No item fits. <button type="button" className="button button-link" onClick={() => setFilter(NO_FILTER)}>Show all {view.items.length}</button></p>
                : look === 'board' ? <Board entries={shown} onOpen={open} onMove={events.onMove} /> : <Timeline entries={shown} today={view.today} onOpen={open} />}
            </>
          )}
          {opened !== null && (opened.id === null || entry !== null) && (
            <ItemSheet
              key={opened.id ?? 'new'} entry={entry} horizon={opened.horizon} today={view.today} said={said}
              others={view.items.flatMap(({ item, described }) => (item.id === entry?.item.id || !described ? [] : [item]))}
              events={{ ...events, onClose: () => setOpened(null), onRemove: (id) => closing(events.onRemove(id)), onMerge: (id, into) => closing(events.onMerge(id, into)), onChange: async (item, seen) => {
                const failed = await events.onChange(item, seen);
                if (failed === null && item.id !== seen.id) setOpened({ id: item.id, horizon: null });
                return failed;
              } }}
            />
          )}
        </>
      )}
      {undoable !== null && <UndoNote undoable={undoable} onUndo={events.onUndo} />}
      <Said words={said} />
    </main>
  );
}

/** The item that is open, also where it was renamed elsewhere meanwhile; what another one that it was merged into is, it is not. */
function openedIn(entries: readonly RoadmapItemView[], id: string, last: RoadmapItemView | null): RoadmapItemView | null {
  return entries.find(({ item }) => item.id === id) ?? entries.find((one) => isOf(one, id) && last !== null && isOf(last, id) && one.item.createdAt === last.item.createdAt && one.item.title === last.item.title) ?? null;
}

function isOf({ item }: RoadmapItemView, id: string | null | undefined): boolean {
  return id != null && (item.id === id || item.formerIds?.includes(id) === true);
}
