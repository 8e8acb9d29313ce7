import { request } from '../../../lib/messaging/client.ts';
import type { Problem } from '../../../lib/messaging/messages.ts';
import type { FilePreview, FileWish } from '../../../lib/messaging/roadmap-file-messages.ts';
import { problemOf } from '../../ui/problem-of.ts';
import type { RoadmapFileEvents } from './RoadmapFile.tsx';

/** What the worker does for a roadmap's place; `renew` reads again what has changed by it. */
export function roadmapFileRequests(renew: () => void): RoadmapFileEvents {
  return {
    onPreview: previewOf,
    onPropose: (wish) => refusal(request('proposeRoadmapFile', wish)).finally(renew),
    onUseTeams: (project, difference) => void refusal(request('useTeams', { project, difference })).finally(renew),
    onPlace: (project, place) => refusal(request('setRoadmapPlace', { project, place })).finally(renew),
  };
}

/** What a wish would write; what stands in the way of even telling that is told as a refusal. */
export function previewOf(wish: FileWish): Promise<FilePreview> {
  return request('previewRoadmapFile', wish).catch((error: unknown) => ({ ok: false as const, sentence: problemOf(error).sentence, errors: [], choices: [] }));
}

/** What stood in the way; `null` for nothing. */
function refusal(asked: Promise<unknown>): Promise<Problem | null> {
  return asked.then(() => null, problemOf);
}
