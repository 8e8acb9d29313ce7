import { ProblemNote } from '../../ui/ProblemNote.tsx';
import type { Reading } from '../../ui/useReading.ts';
import type { RoadmapFileView } from '../../../lib/messaging/roadmap-file-messages.ts';
import { roadmapFileRequests } from './roadmap-file-requests.ts';
import { RoadmapFiles } from './RoadmapFiles.tsx';

/** The roadmap files, spoken for by the worker. */
export function ConnectedRoadmapFiles({ reading: { answer, problem, renew } }: { readonly reading: Reading<RoadmapFileView[]> }) {
  if (problem !== null && !answer) return <ProblemNote problem={problem} tone="late" />;
  return <RoadmapFiles files={answer?.value ?? []} events={roadmapFileRequests(renew)} />;
}
