import { THRESHOLDS } from '../../risk/thresholds.ts';
import { WEEKDAYS } from './roadmap-file.ts';
import type { MembersShape, Shape } from './shape.ts';

const text = (about: string, most = 200): Shape => ({ kind: 'text', about, most });
const date = (about: string): Shape => ({ kind: 'date', about });
const list = (about: string, of: Shape, most: number): Shape => ({ kind: 'list', about, of, most });

const id: Shape = {
  kind: 'text', about: 'Lower-case letters, digits and dashes; also the label “roadmap:<id>” on GitHub', most: 42,
  form: { pattern: '^[a-z0-9][a-z0-9-]{0,41}$', says: 'an id of lower-case letters, digits and dashes, at most 42, like faster-checkout' },
};
const risk = (about: string): Shape => ({ kind: 'choice', about, of: ['open', 'tested', 'retired'] });

const item: MembersShape = {
  kind: 'members',
  about: 'Something that the product means to achieve; issues are tagged to it',
  required: ['id', 'title'],
  members: {
    id,
    title: text('What it is called'),
    outcome: text('What should be different afterwards, in words', 2000),
    measure: {
      kind: 'members', about: 'The measure that should move', required: ['name', 'to'],
      members: { name: text('What is measured'), from: text('Where it stands, as people write it: 61 %', 100), to: text('Where it should be: 70 %', 100), by: date('The day by which') },
    },
    horizon: { kind: 'choice', about: 'How near it is', of: ['now', 'next', 'later'] },
    window: { kind: 'members', about: 'The days that it is planned for, both included', required: [], some: true, members: { from: date('First day'), to: date('Last day') } },
    theme: text('What it is a part of', 100),
    owner: text('Who answers for it', 100),
    declared: {
      kind: 'members', about: 'How its people say it goes', required: ['health'],
      members: {
        health: { kind: 'choice', about: 'GitHub’s five words', of: ['inactive', 'on-track', 'at-risk', 'off-track', 'complete'] },
        note: text('Why', 1000),
        on: date('The day of that word'),
      },
    },
    confidence: { kind: 'number', about: 'How sure its people are that it moves the measure, in percent', least: 0, most: 100 },
    risks: {
      kind: 'members', about: 'The four big risks (svpg.com/four-big-risks)', required: [],
      members: { value: risk('May nobody want it?'), usability: risk('May nobody manage to use it?'), feasibility: risk('May we not be able to build it?'), viability: risk('May it not work for the business?') },
    },
    links: list('Where to read on', {
      kind: 'members', about: 'A link', required: ['url'],
      members: { title: text('What it is called'), url: { kind: 'text', about: 'Its address', most: 2000, form: { pattern: '^https://[^\\s]+$', says: 'an address that begins with https://' } } },
    }, 50),
    belongs: list('Issues belong to the item that any of these fits, unless they are tagged otherwise', {
      kind: 'members', about: 'Every member that is given must fit', required: [], some: true,
      members: {
        label: text('A label’s name', 300), milestone: text('A milestone’s or a sprint’s title', 300), parent: text('A parent, an epic or a containing issue: acme/shop#12, SHOP-12', 300),
        version: text('A version’s name', 300), project: text('A project: acme/shop, SHOP', 300),
      },
    }, 50),
    dropped: { kind: 'flag', about: 'Given up: a tag to it is flagged' },
    formerIds: list('Ids that it had before, and those of items merged into it: their tags are its own', id, 200),
  },
};

const team: MembersShape = {
  kind: 'members',
  about: 'What the team agrees on, so that everybody’s badges agree; what is absent is each person’s own',
  required: [],
  members: {
    model: text('The scoring model’s id: signals, rice, wsjf, …', 40),
    weights: {
      kind: 'map', about: 'By model, then by input', most: 50,
      of: { kind: 'map', about: 'Weights by input; only their proportions matter', most: 50, of: { kind: 'number', about: 'A weight', least: 0, most: 1000 } },
    },
    thresholds: {
      kind: 'members', about: 'Numbers that the risk flags compare with', required: [],
      members: Object.fromEntries(THRESHOLDS.map(({ id: name, label, unit, min, max }): [string, Shape] => [name, { kind: 'number', about: `${label} (${unit})`, least: min, most: max }])),
    },
    sprints: {
      kind: 'members', about: 'How the team runs its sprints', required: [],
      members: {
        timeZone: text('Where the team’s midnight is: Europe/Berlin', 60),
        weekend: list('Days that are not worked', { kind: 'choice', about: 'A day of the week', of: WEEKDAYS }, 7),
        holidays: list('Public holidays and the team’s own days off', date('A day off'), 2000),
        source: { kind: 'choice', about: 'What a sprint is on GitHub', of: ['milestones', 'iterations'] },
        project: { kind: 'number', about: 'The number of the project whose iterations are the sprints, as its address has it: 4 in /orgs/acme/projects/4', least: 1, most: 1_000_000, whole: true },
        field: text('The name of its iteration field, where it has several', 100),
        goal: {
          kind: 'members', about: 'Where the Sprint Goal lives', required: [],
          members: {
            place: { kind: 'choice', about: 'Where it is read first, and written', of: ['file', 'milestone', 'status-update', 'local'] },
            label: text('Issues with this label serve the goal; sprint-goal unless it says otherwise', 50),
          },
        },
        goals: list('The goals, where this file is their place: several of one sprint in their order', {
          kind: 'members', about: 'One Sprint Goal', required: ['sprint', 'goal'],
          members: { sprint: text('The sprint’s title', 300), goal: text('The goal, in a sentence', 2000) },
        }, 500),
      },
    },
  },
};

/** Everything that a roadmap file may hold: the one source of the reader and of the JSON Schema. */
export const ROADMAP_SCHEMA: MembersShape = {
  kind: 'members',
  about: 'A roadmap for Waymark',
  required: [],
  members: {
    vision: text('What the product is to become', 2000),
    productGoal: text('The Product Goal: the next state of the product that the team plans against', 2000),
    items: list('The roadmap', item, 1000),
    team,
  },
};
