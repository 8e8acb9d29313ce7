import { isSameSprint } from '../../sprint/conventions.ts';
import type { RoadmapAim } from '../roadmap-item.ts';
import type { FileItem, RoadmapFile, TeamSettings } from './roadmap-file.ts';

/** One wish for the file. Of what it speaks it says the whole: an item as it should be, whose former self has the id `id`. */
export type FileChange =
  | { readonly kind: 'item'; readonly id: string; readonly item: FileItem }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'aim'; readonly aim: RoadmapAim }
  | { readonly kind: 'team'; readonly team: TeamSettings };

/** What a file says after some changes: an unknown item is added at the end. `changedFile(file, [{ kind: 'item', id: 'a', item }])` → the file with that item */
export function changedFile(file: RoadmapFile, changes: readonly FileChange[]): RoadmapFile {
  return changes.reduce<RoadmapFile>((before, change) => {
    if (change.kind === 'aim') return { ...before, aim: change.aim };
    if (change.kind === 'team') return { ...before, team: change.team };
    if (change.kind === 'remove') return { ...before, items: before.items.filter(({ id }) => id !== change.id) };
    const known = before.items.some(({ id }) => id === change.id);
    return { ...before, items: known ? before.items.map((item) => (item.id === change.id ? change.item : item)) : [...before.items, change.item] };
  }, file);
}

/**
 * Puts goals in their order in the place of those that a file gives a sprint, under the title that it has there; nothing to change where it gives the same.
 *
 * @example goalsChange(file, 'Sprint 24', ['Buyers pay in one step']) // → [{ kind: 'team', team: { sprints: { goals: [{ sprint: 'Sprint 24', goal: 'Buyers pay in one step' }] } } }]
 */
export function goalsChange({ team }: Pick<RoadmapFile, 'team'>, sprint: string, wanted: readonly string[]): readonly FileChange[] {
  const { goals = [], ...sprints } = team.sprints ?? {};
  const own = goals.filter((one) => isSameSprint(one.sprint, sprint));
  if (own.length === wanted.length && own.every(({ goal }, index) => goal === wanted[index])) return [];
  const others = goals.filter((one) => !own.includes(one));
  const [first] = own;
  const at = first === undefined ? others.length : goals.indexOf(first);
  const changed = [...others.slice(0, at), ...wanted.map((goal) => ({ sprint: first?.sprint ?? sprint, goal })), ...others.slice(at)];
  return [{ kind: 'team', team: { ...team, sprints: { ...sprints, ...(changed.length > 0 && { goals: changed }) } } }];
}
