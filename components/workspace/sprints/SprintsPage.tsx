import { openOptions, request } from '../../../lib/messaging/client.ts';
import type { Problem } from '../../../lib/messaging/messages.ts';
import { notReady } from '../../ui/page-state.ts';
import { useNow } from '../../ui/useNow.ts';
import { sprintsAddress, type WorkspaceAddress } from '../address.ts';
import { Sprints, type SprintsReading, type SprintsState } from './Sprints.tsx';
import type { SprintsEvents } from './sprints-events.ts';
import { useGoalChanges } from './useGoalChanges.ts';
import { useSprintsReading } from './useSprintsReading.ts';

interface Props {
  readonly address: Extract<WorkspaceAddress, { page: 'sprints' }>;
}

const review: SprintsEvents['onReview'] = async (sprint) => (await request('sprintReview', { sprint })).markdown;
const items: SprintsEvents['onItems'] = () => request('findRoadmapItems', { text: '' });
const go = (address: string): void => { location.hash = address; };

/** The sprints, spoken for by the worker. */
export function SprintsPage({ address }: Props) {
  const now = useNow();
  const { reading, problem, renew } = useSprintsReading(address);
  const { failed, undoable, said, change, events } = useGoalChanges(renew);
  const project = reading?.view.project?.key ?? address.project;
  async function keep(sprint: Parameters<SprintsEvents['onKeepSprint']>[0]) {
    if (project === null) return;
    const refused = await change(request('pickSprint', { project, sprint }), 'That is your sprint from now on.');
    if (refused === null) go(sprintsAddress(project));
  }
  return (
    <Sprints
      state={stateOf(reading, failed ?? problem)} look={address.look} editsGoal={address.editsGoal} now={now} undoable={undoable} said={said}
      events={{
        ...events,
        onPickProject: (picked) => go(sprintsAddress(picked, address.look)),
        onPickSprint: (picked) => go(sprintsAddress(picked ?? project)),
        onKeepSprint: (sprint) => void keep(sprint),
        onItems: items,
        onReview: review,
        onRefresh: () => { if (project !== null) void change(request('refresh', { project }), 'Reading from the tracker.'); },
        onReload: renew,
        onOptions: () => void openOptions(),
      }}
    />
  );
}

function stateOf(reading: SprintsReading | null, problem: Problem | null): SprintsState {
  return reading === null ? notReady(problem) : { kind: 'ready', reading, problem: problem ?? reading.view.problem };
}
