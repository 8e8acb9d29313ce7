import { request } from '../../../lib/messaging/client.ts';
import { ProblemNote } from '../../ui/ProblemNote.tsx';
import { problemOf } from '../../ui/problem-of.ts';
import { useReading } from '../../ui/useReading.ts';
import { RoadmapFiles } from './RoadmapFiles.tsx';

// One function for all renders: the reading starts anew whenever it changes.
const read = () => request('roadmapFile', null);

/** The roadmap files, spoken for by the worker. */
export function ConnectedRoadmapFiles() {
  const { answer, problem, renew } = useReading(read);
  if (problem !== null && !answer) return <ProblemNote problem={problem} tone="late" />;
  return (
    <RoadmapFiles
      files={answer?.value ?? []}
      events={{
        onPreview: (project) => request('previewRoadmapFile', { project, items: null }).catch((error: unknown) => ({ ok: false as const, sentence: problemOf(error).sentence, errors: [] })),
        onPropose: (wish) => request('proposeRoadmapFile', { ...wish, items: null }).then(
          () => { renew(); return null; },
          (error: unknown) => { const { sentence, action } = problemOf(error); return action === null ? sentence : `${sentence} ${action}`; },
        ),
      }}
    />
  );
}
