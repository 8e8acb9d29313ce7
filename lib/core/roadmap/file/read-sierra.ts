import type { Node } from 'yaml';
import type { Horizon, RoadmapAim } from '../roadmap-item.ts';
import { itemId } from '../tags.ts';
import { parseYaml } from './parse.ts';
import { readValue } from './read-value.ts';
import type { FileItem, FileTrouble } from './roadmap-file.ts';
import type { MembersShape, Shape } from './shape.ts';

const text = (about: string, most = 10_000): Shape => ({ kind: 'text', about, most });
const titled = (about: string, required: readonly string[], members: Readonly<Record<string, Shape>>): Shape => ({ kind: 'members', about, required, members: { title: text('Title'), description: text('Description'), ...members } });

/** What is read of `roadmap.yml` as github.com/SierraSoftworks/roadmap describes it (MIT); its authors and timeline have no place with us. */
const SIERRA_SCHEMA: MembersShape = {
  kind: 'members', about: 'A roadmap of SierraSoftworks', required: ['title', 'milestones'],
  members: {
    title: text('Title'), description: text('Description'),
    objectives: { kind: 'list', about: 'Objectives', most: 200, of: titled('An objective', ['title'], {}) },
    milestones: {
      kind: 'list', about: 'Milestones', most: 1000,
      of: titled('A milestone', ['title'], {
        deliverables: {
          kind: 'list', about: 'Deliverables', most: 1000,
          of: titled('A deliverable', ['title'], { reference: text('Reference'), state: { kind: 'choice', about: 'State', of: ['TODO', 'DOING', 'DONE', 'SKIP'] } }),
        },
      }),
    },
  },
};

interface Titled { readonly title: string; readonly description?: string }
interface Deliverable extends Titled { readonly reference?: string; readonly state?: 'TODO' | 'DOING' | 'DONE' | 'SKIP' }
interface Milestone extends Titled { readonly deliverables?: readonly Deliverable[] }
interface Sierra extends Titled { readonly objectives?: readonly Titled[]; readonly milestones: readonly Milestone[] }

export type SierraReading = { readonly ok: true; readonly aim: RoadmapAim; readonly items: readonly FileItem[] } | { readonly ok: false; readonly errors: readonly FileTrouble[] };

/**
 * Reads a roadmap of SierraSoftworks' format, YAML or JSON: each milestone becomes an item. One under way is Now, the first that has not begun Next, those after it Later; one whose deliverables are all done
 * is declared complete. What the format does not tell (measure, risks, owner) stays unsaid.
 *
 * @example readSierra('title: Shop\nmilestones:\n  - title: Faster checkout\n    deliverables: [{ title: One page, state: DOING }]\n') // → { ok: true, items: [{ id: 'faster-checkout', horizon: 'now', … }], … }
 */
export function readSierra(source: string): SierraReading {
  const yaml = parseYaml(source);
  if (!yaml.ok) return yaml;
  const { document, at } = yaml.parsed;
  const errors: FileTrouble[] = [];
  const error = (node: Node | null | undefined, sentence: string): void => {
    if (errors.length < 50) errors.push({ ...at(node?.range?.[0] ?? 0), sentence });
  };
  const raw = readValue({ error, warn: () => undefined }, document.contents, SIERRA_SCHEMA, 'The roadmap');
  if (errors.length > 0) return { ok: false, errors };
  const { description = '', objectives = [], milestones } = raw as Sierra; // the schema has read it
  return { ok: true, aim: { vision: description.slice(0, 2000), productGoal: objectives.map(({ title }) => title).join('; ').slice(0, 2000) }, items: itemsOf(milestones) };
}

function itemsOf(milestones: readonly Milestone[]): FileItem[] {
  const waiting = milestones.filter((milestone) => standing(milestone) === 'waiting');
  const ids = new Set<string>();
  return milestones.map((milestone): FileItem => {
    const { title, description = '', deliverables = [] } = milestone;
    const links = deliverables.flatMap(({ title: name, reference = '' }) => (/^https:\/\/\S+$/.test(reference) ? [{ title: name.slice(0, 200), url: reference.slice(0, 2000) }] : []));
    return {
      id: freeId(itemId(title), ids), title: title.slice(0, 200), outcome: description.slice(0, 2000), horizon: horizonOf(milestone, waiting),
      ...(standing(milestone) === 'done' && { declared: { health: 'complete' as const, note: '', on: null } }), ...(links.length > 0 && { links: links.slice(0, 50) }),
    };
  });
}

function horizonOf(milestone: Milestone, waiting: readonly Milestone[]): Horizon {
  if (standing(milestone) !== 'waiting') return 'now';
  return waiting[0] === milestone ? 'next' : 'later';
}

/** What is skipped says nothing; a milestone without deliverables has not begun. */
function standing({ deliverables = [] }: Milestone): 'waiting' | 'under-way' | 'done' {
  const states = deliverables.map(({ state = 'TODO' }) => state).filter((state) => state !== 'SKIP');
  if (states.length > 0 && states.every((state) => state === 'DONE')) return 'done';
  return states.some((state) => state !== 'TODO') ? 'under-way' : 'waiting';
}

function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id.slice(0, 38)}-${number}`;
  taken.add(free);
  return free;
}
