import { useMemo, useState } from 'react';
import { request } from '../../../lib/messaging/client.ts';
import { roadmapFileRequests } from '../../options/roadmap-file/roadmap-file-requests.ts';
import { useReading } from '../../ui/useReading.ts';
import { Tagging } from '../tagging/Tagging.tsx';
import { Roadmap, type RoadmapState } from './Roadmap.tsx';
import { useRoadmapChanges } from './useRoadmapChanges.ts';
import type { RoadmapEvents } from './roadmap-events.ts';
import type { Problem, RoadmapView } from '../../../lib/messaging/messages.ts';
import { notReady } from '../../ui/page-state.ts';

// One function each for all renders: whoever reads with it reads anew whenever it changes.
const read = () => request('roadmap', null);
const readFiles = () => request('roadmapFile', null);
const issuesOf: RoadmapEvents['onIssues'] = (item) => request('roadmapIssues', { item });
const candidates: RoadmapEvents['onCandidates'] = () => request('roadmapCandidates', null);

/** The roadmap, spoken for by the worker. */
export function RoadmapPage() {
  const { answer, problem, renew } = useReading(read);
  // Without it the roadmap only does not say who else sees it.
  const { answer: files, renew: renewFiles } = useReading(readFiles);
  const fileEvents = useMemo(() => roadmapFileRequests(renewFiles), [renewFiles]);
  const [opened] = useState(itemInAddress);
  const { view, failed, undoable, said, events } = useRoadmapChanges(answer?.value ?? null, renew);
  return (
    <Roadmap
      state={stateOf(view, failed ?? problem)} files={files?.value ?? []} undoable={undoable} said={said} tagging={<Tagging items={(view?.items ?? []).map(({ item }) => item)} />} {...(opened !== null && { firstOpen: opened })}
      events={{ ...events, onIssues: issuesOf, onCandidates: candidates, onReload: renew, files: fileEvents }}
    />
  );
}

/** `#roadmap/faster-checkout` opens that item: cards and lines on the trackers’ pages lead here so. */
function itemInAddress(): string | null {
  return /^#roadmap\/([a-z0-9-]+)$/.exec(location.hash)?.[1] ?? null;
}

function stateOf(view: RoadmapView | null, problem: Problem | null): RoadmapState {
  return view === null ? notReady(problem) : { kind: 'ready', view, problem };
}
