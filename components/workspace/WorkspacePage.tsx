import { openOptions } from '../../lib/messaging/client.ts';
import { RoadmapPage } from './roadmap/RoadmapPage.tsx';
import { WorkspaceFrame } from './WorkspaceFrame.tsx';

/** The workspace, spoken for by the worker. Its address names the page, `#roadmap`; that is the one there is, and where every other address leads. */
export function WorkspacePage() {
  return <WorkspaceFrame onOptions={() => void openOptions()}><RoadmapPage /></WorkspaceFrame>;
}
