import { DAY } from '../../seed/dates.ts';
import { AREAS } from '../../seed/labels.ts';
import type { JiraProject, Version } from '../model/site.ts';
import { STATUS, TEAM_PROJECT_ID, TEAM_STATUS, typesFor } from './workflows.ts';

export type ProjectKeyName = 'SHOP' | 'MOBI' | 'OPS';

const NAMES: Record<ProjectKeyName, string> = { SHOP: 'Acme shop', MOBI: 'Mobile app', OPS: 'Shop operations' };
const SCRUM = [STATUS.toDo, STATUS.doing, STATUS.review, STATUS.done];
const KANBAN = [STATUS.backlog, STATUS.selected, STATUS.doing, STATUS.waiting, STATUS.done];

export function seedProject(key: ProjectKeyName, style: JiraProject['style'], now: Date): JiraProject {
  const teamManaged = style === 'team-managed';
  return {
    id: { SHOP: '10100', OPS: '10101', MOBI: TEAM_PROJECT_ID }[key], key, name: NAMES[key], style, lead: 'maya',
    types: Object.values(typesFor({ style })), statuses: teamManaged ? Object.values(TEAM_STATUS) : key === 'OPS' ? KANBAN : SCRUM,
    versions: key === 'SHOP' ? shopVersions(now) : [],
    components: teamManaged ? [] : AREAS.map((area, index) => ({ id: String(10_500 + index), name: componentOf(area) })),
    notOnScreen: [],
  };
}

export const componentOf = (area: string): string => area.slice(0, 1).toUpperCase() + area.slice(1);

/** One out of the door, one that should have been, one ahead and one that nobody has dated. */
function shopVersions(now: Date): readonly Version[] {
  const day = (days: number): string => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);
  const version = (id: number, name: string, start: number | null, release: number | null, released: boolean, description = ''): Version =>
    ({ id: String(id), name, description, startDate: start === null ? null : day(start), releaseDate: release === null ? null : day(release), released, archived: false });
  return [
    version(10_601, '1.9', -120, -40, true, 'Returns and vouchers'),
    version(10_602, '1.9.1', -30, -3, false, 'What the returns broke'),
    version(10_603, '2.0', -20, 25, false, 'Express checkout for everybody'),
    version(10_604, 'Marketplace', null, null, false, 'Everything a second seller needs before we open the marketplace.'),
  ];
}
