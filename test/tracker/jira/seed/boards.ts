import type { BoardColumn, JiraBoard, JiraSprint } from '../model/board.ts';
import { DAY } from '../../seed/dates.ts';
import { SPRINT_NEXT, SPRINT_NOW, SPRINT_PAST, seedMilestones } from '../../seed/milestones.ts';
import { STATUS, TEAM_STATUS } from './workflows.ts';

export const BOARD = { shop: 1, checkout: 2, releases: 3, mobile: 4, ops: 5 } as const;

const column = (name: string, ...statuses: string[]): BoardColumn => ({ name, statuses });
const SCRUM = [column('To Do', STATUS.toDo), column('In Progress', STATUS.doing), column('Review', STATUS.review), column('Done', STATUS.done)];
const KANBAN = [column('Backlog', STATUS.backlog), column('Selected for Development', STATUS.selected), { ...column('In Progress', STATUS.doing, STATUS.waiting), max: 6 }, column('Done', STATUS.done)];
const TEAM = [column('To Do', TEAM_STATUS.toDo), column('Building', TEAM_STATUS.doing), column('Trying it out', TEAM_STATUS.review), column('Shipped', TEAM_STATUS.done)];

const SHOP: JiraBoard = { id: BOARD.shop, name: 'SHOP board', type: 'scrum', project: 'SHOP', hasSprints: true, filterId: '10401', component: null, columns: SCRUM, estimation: 'storyPoints' };

/** The shop has two teams on two boards; what the checkout team runs is therefore seen on both. */
const BOARDS: readonly JiraBoard[] = [
  SHOP,
  { ...SHOP, id: BOARD.checkout, name: 'Checkout team', filterId: '10402', component: 'Checkout' },
  { ...SHOP, id: BOARD.releases, name: 'SHOP releases', type: 'kanban', hasSprints: false, filterId: '10403', estimation: null },
  { ...SHOP, id: BOARD.mobile, name: 'MOBI board', project: 'MOBI', filterId: '10404' },
  { ...SHOP, id: BOARD.ops, name: 'Operations', type: 'kanban', project: 'OPS', hasSprints: false, filterId: '10405', columns: KANBAN, estimation: null },
];

export function seedBoards(projects: ReadonlySet<string>, teamManaged: ReadonlySet<string>): Map<number, JiraBoard> {
  const boards = BOARDS.filter(({ project }) => projects.has(project))
    .map((board): JiraBoard => (teamManaged.has(board.project) ? { ...board, type: 'simple', columns: TEAM, estimation: 'storyPointEstimate' } : board));
  return new Map(boards.map((board) => [board.id, board]));
}

const DAYS = 14 * DAY;
/** First days are counted from now; each takes two weeks. A number for a goal is the shop's milestone on GitHub that has the same one. */
const COURSE: Record<number, readonly (readonly [name: string, from: number, state: JiraSprint['state'], goal: string | number])[]> = {
  [BOARD.shop]: [
    ['Shop Sprint 21', -50, 'closed', ''],
    ['Shop Sprint 22', -36, 'closed', 'Vouchers are right to the cent, [rounding=half-even], everywhere.'],
    ['Shop Sprint 23', -22, 'closed', SPRINT_PAST],
    ['Shop Sprint 24', -8, 'active', SPRINT_NOW],
    ['Shop Sprint 25', 6, 'future', SPRINT_NEXT],
    ['Shop Sprint 26, after freeze', 20, 'future', ''],
  ],
  [BOARD.checkout]: [
    ['Checkout Sprint 8', -19, 'closed', 'Nobody is asked for the address twice.'],
    ['Checkout Sprint 9', -5, 'active', 'Guests can pay with a passkey, and we know why they leave: reasons, amounts, step.'],
    ['Checkout Sprint 10', 9, 'future', ''],
  ],
  [BOARD.mobile]: [
    ['MOBI Sprint 5', -24, 'closed', 'The basket survives a tunnel.'],
    ['MOBI Sprint 6', -10, 'active', 'Scanning a product shows price and stock in one second.'],
    ['MOBI Sprint 7', 4, 'future', ''],
  ],
};

/** Sprints of every board that has them. */
export function seedSprints(boards: ReadonlyMap<number, JiraBoard>, now: Date): Map<number, JiraSprint> {
  const told = seedMilestones(now, 1);
  const goalOf = (goal: string | number): string => (typeof goal === 'string' ? goal : (told.get(goal)?.description ?? '').replace('Sprint Goal: ', ''));
  const sprints = new Map<number, JiraSprint>();
  let id = 31;
  for (const board of boards.values()) {
    for (const [name, from, state, goal] of COURSE[board.id] ?? []) {
      const startAt = now.getTime() + from * DAY;
      const dated = state !== 'future' || from < 10;
      sprints.set(id, {
        id, boardId: board.id, createdAt: startAt - 30 * DAY, name, goal: goalOf(goal), state,
        startAt: dated ? startAt : null, endAt: dated ? startAt + DAYS : null, completedAt: state === 'closed' ? startAt + DAYS + DAY / 12 : null,
      });
      id += 1;
    }
  }
  return sprints;
}
