import type { ProjectKey } from '../core/issue.ts';
import { backlogKey } from '../core/keys.ts';
import { rankOf } from '../core/scoring/rank.ts';
import { modelById } from '../core/scoring/registry.ts';
import type { Score } from '../core/scoring/score.ts';
import { scoreIssue } from '../core/scoring/score-issue.ts';
import type { ModelPreview } from '../messaging/messages.ts';
import { assessor } from './assess-issue.ts';
import type { Ports } from './ports.ts';

/** So many are ranked while somebody moves a slider. */
const RANKED = 1000;
const SHOWN = 60;
const MOVERS = 3;

/**
 * What other weights, or another model, would do to a project's open issues, or of very many to those that score best now: the first of the new order, and who wins and loses most.
 * Places are among the ranked issues only, so that before and after rank the same set.
 *
 * @example (await previewModel(ports, 'rice', {}, null)).moved // → 12
 */
export async function previewModel({ store, now }: Ports, modelId: string, weights: Readonly<Record<string, number>>, wanted: ProjectKey | null): Promise<ModelPreview> {
  const projects = (await store.projects()).filter((row) => row.state === 'ready').toSorted((a, b) => b.visitedAt - a.visitedAt);
  const project = wanted ?? projects[0]?.project;
  const backlog = project === undefined ? null : backlogKey(project, 'issue');
  const [issues, ranking] = backlog === null ? [[], undefined] : await Promise.all([store.bestIssues(backlog, RANKED), store.ranking(backlog)]);
  const assess = assessor(await store.material(issues.map(({ key }) => key)), now());
  const model = modelById(modelId);
  const scores = issues.map((issue) => {
    const { score, facts } = assess(issue);
    return { before: score, after: scoreIssue(model, weights, facts, null) };
  });
  const [before, after] = [placesOf(scores.map((one) => one.before)), placesOf(scores.map((one) => one.after))];
  const rows = issues.map(({ key, reference, title, url }, index) => {
    const [from, to] = [before[index] ?? null, after[index] ?? null];
    return { key, reference, title, url, before: textOf(scores[index]?.before), after: textOf(scores[index]?.after), place: to, won: from === null || to === null ? null : from - to };
  });
  const byGain = rows.filter(({ won }) => won !== null && won !== 0).toSorted((a, b) => (b.won ?? 0) - (a.won ?? 0));
  return {
    ranked: rows.length,
    open: rows.length < RANKED ? rows.length : Math.max(rows.length, ranking?.open ?? 0),
    first: rows.toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity)).slice(0, SHOWN),
    winners: byGain.filter(({ won }) => (won ?? 0) > 0).slice(0, MOVERS),
    losers: byGain.filter(({ won }) => (won ?? 0) < 0).toReversed().slice(0, MOVERS),
    moved: byGain.length,
    unscored: before.filter((place, index) => place !== null && after[index] === null).length,
  };
}

const textOf = (score: Score | undefined): string => (score?.state === 'scored' ? score.text : '–');

function placesOf(scores: readonly Score[]): (number | null)[] {
  const ranked = scores.flatMap((score) => (score.state === 'scored' ? score.value : [])).toSorted((a, b) => b - a);
  return scores.map((score) => (score.state === 'scored' ? rankOf(score.value, { scores: ranked, within: '', complete: true }).place : null));
}
