import type { TeamSettings } from '../../lib/core/roadmap/file/roadmap-file.ts';
import type { RoadmapFileView } from '../../lib/messaging/roadmap-file-messages.ts';

/** What the team has agreed on: by the first of its roadmaps that says anything of it. `teamOfFiles([])` → `{}` */
export function teamOfFiles(files: readonly RoadmapFileView[]): TeamSettings {
  return files.find(({ team }) => Object.keys(team).length > 0)?.team ?? {};
}
