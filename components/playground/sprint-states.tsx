import { BurnUp } from '../sprint/BurnUp.tsx';
import { WorkspaceFrame } from '../workspace/WorkspaceFrame.tsx';
import { day } from './issues.ts';
import type { PlaygroundState } from './playground-state.ts';
import { burnUp } from './sprint-report-fixtures.ts';

const nothing = () => undefined;
const forecast = { p50: day('2026-11-26'), p85: day('2026-12-01') };
const props = { burnUp, dueOn: day('2026-11-30'), today: day('2026-11-22'), forecast };

export const sprintStates: readonly PlaygroundState[] = [
  { id: 'burn-up', title: 'A burn-up', room: 'workspace', view: () => <WorkspaceFrame onOptions={nothing}><main className="roadmap"><h1 className="visually-hidden">Burn-up</h1><BurnUp {...props} /></main></WorkspaceFrame> },
  { id: 'burn-up-small', title: 'A burn-up in the popup, by snapshots', room: 'popup', view: () => <main className="waymark popup"><h1 className="visually-hidden">Burn-up</h1><div className="popup-body"><BurnUp {...props} burnUp={{ ...burnUp, estimated: false, basis: 'snapshots', since: Date.UTC(2026, 10, 17, 9), days: burnUp.days.map((one, index) => (index === 0 ? { ...one, counts: null } : one)) }} small /></div></main> },
];
