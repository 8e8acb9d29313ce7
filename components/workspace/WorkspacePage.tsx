import { useEffect, useMemo } from 'react';
import { openOptions } from '../../lib/messaging/client.ts';
import { readAddress } from './address.ts';
import { RoadmapPage } from './roadmap/RoadmapPage.tsx';
import { SprintsPage } from './sprints/SprintsPage.tsx';
import { useAddress } from './useAddress.ts';
import { WorkspaceFrame } from './WorkspaceFrame.tsx';

/** The workspace, spoken for by the worker. Its address names the page: `#roadmap`, where every unknown address leads too, or `#/sprints`. */
export function WorkspacePage() {
  const hash = useAddress();
  const address = useMemo(() => readAddress(hash), [hash]);
  useEffect(() => { document.title = `${address.page === 'roadmap' ? 'Roadmap' : 'Sprints'} · Waymark`; }, [address.page]);
  return (
    <WorkspaceFrame here={address.page} onOptions={() => void openOptions()}>
      {address.page === 'roadmap' ? <RoadmapPage /> : <SprintsPage key={address.project} address={address} />}
    </WorkspaceFrame>
  );
}
