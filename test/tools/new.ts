/** `npm run new rule NAME` (roadmap-rule, sprint-rule, model, fact, surface, tracker): one new file, with examples that fail until they are true. */
import { existsSync, globSync, mkdirSync, writeFileSync } from 'node:fs';

const title = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');

interface Recipe {
  path(name: string): string;
  text(name: string): string;
  /** How its names must begin, where its registry finds it by that. */
  readonly begins?: readonly string[];
}

const KINDS: Readonly<Record<string, Recipe>> = {
  rule: {
    path: (name) => `lib/core/risk/rules/${name}.rule.ts`,
    text: (name) => `import type { RiskRule } from '../risk.ts';

/** Flags … (say whom it helps, and when it stays silent). */
export default {
  id: '${name}',
  kind: 'execution',
  label: '${title(name)}',
  source: 'Where the rule and its threshold come from',
  assess({ issue }) {
    if (issue.status.category === 'done') return undefined;
    return undefined;
  },
  examples: [
    { name: 'an issue that must be flagged', given: {}, flags: 'watch' },
    { name: 'an issue that must not be flagged', given: {}, flags: undefined },
  ],
} satisfies RiskRule;
`,
  },
  'roadmap-rule': {
    path: (name) => `lib/core/roadmap/flags/${name}.flag.ts`,
    text: (name) => `import type { RoadmapRule } from '../roadmap-flag.ts';

/** Flags … (say whom it helps, and when it stays silent). */
export default {
  id: '${name}',
  of: 'item',
  label: '${title(name)}',
  source: 'Where the rule and its threshold come from',
  assess({ item }) {
    if (item.horizon !== 'now') return undefined;
    return undefined;
  },
  examples: [
    { name: 'an item that must be flagged', given: {}, flags: 'watch' },
    { name: 'an item that must not be flagged', given: { horizon: 'later' }, flags: undefined },
  ],
} satisfies RoadmapRule;
`,
  },
  'sprint-rule': {
    path: (name) => `lib/core/sprint/flags/${name}.flag.ts`,
    text: (name) => `import type { SprintRule } from '../sprint-flag.ts';

/** Flags … (say whom it helps, and when it stays silent). */
export default {
  id: '${name}',
  label: '${title(name)}',
  source: 'Where the rule and its threshold come from',
  assess({ open }) {
    if (open.length === 0) return undefined;
    return undefined;
  },
  examples: [
    { name: 'a sprint that must be flagged', given: { open: [{ goal: true }] }, flags: 'watch' },
    { name: 'a sprint that must not be flagged', given: {}, flags: undefined },
  ],
} satisfies SprintRule;
`,
  },
  fact: {
    path: (name) => `lib/core/scoring/facts/${name}.fact.ts`,
    text: (name) => `import type { FactReader } from '../fact-reader.ts';

/** ${title(name)}: meaning, unit and range. */
export default {
  id: '${name}',
  label: '${title(name)}',
  source: 'Where the reading comes from',
  read() {
    return undefined;
  },
  examples: [
    { name: 'an issue that tells it', given: {}, value: 1 },
    { name: 'an issue that does not', given: {}, value: undefined },
  ],
} satisfies FactReader;
`,
  },
  model: {
    path: (name) => `lib/core/scoring/models/${name}.model.ts`,
    text: (name) => `import type { ModelInput, ScoringModel } from '../score.ts';

const worth: ModelInput = { id: 'value', label: 'Value', question: 'What is it worth, from 1 to 5?', scale: { kind: 'number', min: 1, max: 5, step: 1, unit: 'of 5' }, direction: 'raises', weight: 1 };

/** ${title(name)}: what its score means. */
export default {
  id: '${name}',
  version: 1,
  name: '${title(name)}',
  summary: 'One sentence',
  source: 'The authority of the formula',
  formula: '…',
  inputs: [worth],
  bounds: [0, null],
  digits: 0,
  evaluate: () => ({ state: 'unscored', missing: [], reason: 'not written yet' }),
  examples: [
    { name: 'the source’s own example', given: { value: 4 }, score: 4 },
    { name: 'without its value', given: {}, score: undefined },
  ],
} satisfies ScoringModel;
`,
  },
  surface: {
    path: (name) => `lib/overlay/surfaces/${name}.surface.ts`,
    begins: ['github-', 'jira-'],
    text: (name) => `import type { Surface } from '../surface.ts';
import { ${name.startsWith('jira-') ? 'NAVIGATOR_ROWS' : 'LIST_ROWS'} } from '../${name.startsWith('jira-') ? 'jira' : 'github'}-rules.ts';

/** Which kind of page this is, and who has captured its markup, when. */
export default {
  id: '${name}',
  examples: {
    urls: ['https://${name.startsWith('jira-') ? 'acme.atlassian.net' : 'github.com'}/…'],
    not: ['https://${name.startsWith('jira-') ? 'acme.atlassian.net' : 'github.com'}/…'],
  },
  matches: () => false,
  rows: ${name.startsWith('jira-') ? 'NAVIGATOR_ROWS' : 'LIST_ROWS'},
} satisfies Surface;
`,
  },
  tracker: {
    path: (name) => `lib/trackers/${name}/${name}.tracker.ts`,
    text: (name) => `import type { TrackerDeclaration } from '../registry.ts';

/** ${title(name)}: which hosts are its own. Its client passes test/contract before it lands. How its keys look and what its things are called belongs into core/keys.ts and core/tracker-words.ts. */
export default {
  kind: '${name}',
  hosts: () => false,
  create() {
    throw new Error('${name} is not written yet');
  },
} satisfies TrackerDeclaration;
`,
  },
};

const [kind = '', name = ''] = process.argv.slice(2);
const recipe = KINDS[kind];
if (!recipe || !/^[a-z][a-z0-9-]*$/.test(name)) {
  console.error(`Usage: npm run new ${Object.keys(KINDS).join('|')} NAME   (NAME in lower case, with dashes)`);
  process.exit(2);
}
if (recipe.begins && !recipe.begins.some((start) => name.startsWith(start))) {
  console.error(`A ${kind} is found by its name, which begins with ${recipe.begins.join(' or ')}: npm run new ${kind} ${recipe.begins[0]}${name}`);
  process.exit(2);
}
const path = recipe.path(name);
if (existsSync(path) || globSync(`${path.slice(0, path.lastIndexOf('/'))}/${name}.*`).length > 0) {
  console.error(`${path} is there already.`);
  process.exit(2);
}
mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
writeFileSync(path, recipe.text(name));
console.log(`${path} is made. Its examples fail until you write it: npm run check`);
