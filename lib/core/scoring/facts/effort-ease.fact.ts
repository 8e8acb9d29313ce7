import type { FactReader } from '../fact-reader.ts';
import type { Issue } from '../../issue.ts';
import type { Fact } from '../../fact.ts';
import { numberOr, statedFact, tracked } from '../native.ts';
import { words } from '../words.ts';

/** Ease by story points, along the Fibonacci steps that teams estimate in. */
const BY_POINTS: readonly (readonly [number, number])[] = [[1, 1], [2, 0.85], [3, 0.7], [5, 0.5], [8, 0.3], [13, 0.2]];
const BEYOND = 0.1;

const BY_SIZE: Readonly<Record<string, number>> = {
  xxs: 1, xs: 1, tiny: 1, trivial: 1, s: 0.8, small: 0.8, m: 0.5, medium: 0.5, l: 0.3, large: 0.3, xl: 0.1, xxl: 0.1, 'extra large': 0.1, 'extra small': 1, huge: 0.1, epic: 0.1,
};
const BY_LEVEL: Readonly<Record<string, number>> = { low: 0.8, easy: 0.8, high: 0.2, hard: 0.2, 'very low': 1, 'very high': 0.1 };

/** Ease, 0…1: how little work it is; the less the sooner it pays. */
export default {
  id: 'effort-ease',
  label: 'Ease',
  source: 'The estimate in points by its Fibonacci step (1 → 1, 2 → 0.85, 3 → 0.7, 5 → 0.5, 8 → 0.3, 13 → 0.2, more → 0.1), else an Effort or Size field, else a size label (XS 1, S 0.8, M 0.5, L 0.3, XL 0.1); the numbers are our choice',
  read({ issue }) {
    if (issue.estimate !== null && issue.estimate >= 0 && issue.estimateIn !== 'hours') return tracked(issue, 'Ease', easeOf(issue.estimate), `estimate ${issue.estimate}`, { kind: 'field', name: 'Estimate' });
    return statedSize(issue) ?? sizeLabel(issue);
  },
  examples: [
    { name: 'one point', given: { estimate: 1 }, value: 1 },
    { name: 'five points', given: { estimate: 5 }, value: 0.5 },
    { name: 'five hours are no points', given: { estimate: 5, estimateIn: 'hours' }, value: undefined },
    { name: 'beside hours a size counts', given: { estimate: 40, estimateIn: 'hours', labels: ['size: S'] }, value: 0.8 },
    { name: 'between two steps counts as the larger', given: { estimate: 6 }, value: 0.3 },
    { name: 'a hundred points', given: { estimate: 100 }, value: 0.1 },
    { name: 'GitHub’s own Effort field', given: { fields: [{ name: 'Effort', value: 'High' }] }, value: 0.2 },
    { name: 'size: S', given: { labels: ['size: S'] }, value: 0.8 },
    { name: 'size/XL, as Kubernetes has it', given: { labels: ['size/XL'] }, value: 0.1 },
    { name: 'XS alone', given: { labels: ['XS'] }, value: 1 },
    { name: 'points: 3', given: { labels: ['points: 3'] }, value: 0.7 },
    { name: 'effort/low', given: { labels: ['effort/low'] }, value: 0.8 },
    { name: 'a very high complexity', given: { labels: ['complexity: very high'] }, value: 0.1 },
    { name: 'unknown', given: { labels: ['bug', 'size: ?'] }, value: undefined },
  ],
} satisfies FactReader;

function easeOf(points: number): number {
  return BY_POINTS.find(([step]) => points <= step)?.[1] ?? BEYOND;
}

/** Numbers are points, words are sizes: so the table of words must not be mistaken for points. */
function statedSize(issue: Issue): Fact | undefined {
  const names = ['effort', 'size', 'estimate', 'story points', 'points', 'sp', 't shirt size', 't shirt', 'complexity'];
  return statedFact(issue, 'Ease', names, (text) => {
    const table = { ...BY_SIZE, ...BY_LEVEL };
    const word = words(text);
    if (Object.hasOwn(table, word)) return table[word];
    const points = numberOr({})(text);
    return points !== undefined && points >= 0 ? easeOf(points) : undefined;
  });
}

function sizeLabel(issue: Issue): Fact | undefined {
  const label = issue.labels.find((text) => /^(?:xxs|xs|s|m|l|xl|xxl)$/.test(words(text)));
  return label === undefined ? undefined : tracked(issue, 'Ease', BY_SIZE[words(label)] ?? BEYOND, label, { kind: 'label', name: label });
}
