import type { Badge } from '../core/badge.ts';
import type { Issue, IssueKey, ProjectKey } from '../core/issue.ts';
import { hostOf, withoutHost } from '../core/keys.ts';
import { dateInWords } from '../core/date-words.ts';
import { ordinal } from '../core/ordinal.ts';
import { countFlags } from '../core/risk/assess.ts';
import { plannedFor } from '../core/roadmap/window-words.ts';
import { wholePercent } from '../core/share-words.ts';
import type { Material } from '../storage/store.ts';
import { assessor, type Assessment } from './assess-issue.ts';
import { endedSession } from './ended-session.ts';
import type { Ports } from './ports.ts';
import { goalMarks } from './report-issues.ts';
import { healthWords } from './wording.ts';

/**
 * The badges of the issues that a page shows, from what is stored, in one batch read; and begins to read what is missing.
 * Issues that nothing is known of get no badge: a private or unknown project stays silent. `inPassing`: of a search, which may find issues of anybody's projects, none is followed that was not before.
 *
 * @example await describeIssues(ports, ['github.com/acme/shop#12']) // → { badges: [{ score: '62', band: 'high', … }], state: 'ready' }
 */
export async function describeIssues(ports: Ports, keys: readonly IssueKey[], inPassing = false): Promise<{ badges: Badge[]; state: 'ready' | 'reading' | 'silent' }> {
  const groups = [...groupByProject(ports, keys)];
  const visits = groups.map(([project, own]) => ports.sync.visit(project, own, withoutHost(project), inPassing));
  const [material, ...states] = await Promise.all([ports.store.material(keys), ...visits]);
  const hidden = new Set(await signedOut(ports, groups.filter((_group, index) => states[index] === 'silent').map(([project]) => project)));
  const badges = badgesOf(material, keys.filter((key) => !hidden.has(hostOf(key))), ports.now());
  return { badges, state: states.includes('reading') ? 'reading' : states.every((state) => state === 'silent') && badges.length === 0 ? 'silent' : 'ready' };
}

/** Sites whose session has ended: what was read by it is shown to nobody until somebody is signed in again. */
async function signedOut(ports: Ports, silent: readonly ProjectKey[]): Promise<string[]> {
  const connections = await Promise.all([...new Set(silent.map(hostOf))].map((host) => ports.store.connection(host)));
  return connections.flatMap((row) => endedSession(row) ?? []);
}

/** The badges of those of the issues that are stored, in the order in which they were asked for. */
export function badgesOf(material: Material, keys: readonly IssueKey[], now: number): Badge[] {
  const assess = assessor(material, now);
  return keys.flatMap((key) => {
    const issue = material.issues.get(key);
    return issue ? [badgeOf(assess(issue), material)] : [];
  });
}

function groupByProject(ports: Ports, keys: readonly IssueKey[]): Map<ProjectKey, IssueKey[]> {
  const groups = new Map<ProjectKey, IssueKey[]>();
  for (const key of keys) {
    const project = ports.trackerFor(key)?.projectOf(key);
    if (project) groups.set(project, [...(groups.get(project) ?? []), key]);
  }
  return groups;
}

/** What one badge shows and says. */
export function badgeOf(assessment: Assessment, material: Material): Badge {
  const { issue, score, tag, roadmapItem, itemHealth } = assessment;
  const then = thenOf(assessment);
  const { flags, worst } = countFlags(assessment.flags);
  const writes = material.outbox.get(issue.key) ?? [];
  const failed = writes.some((row) => row.state === 'failed');
  const pending = writes.some((row) => row.state !== 'failed');
  const scored = score.state === 'scored';
  const roadmap = tag ? { id: tag.item, title: roadmapItem?.title ?? tag.item, horizon: roadmapItem?.horizon ?? null, health: itemHealth?.computed ?? null } : null;
  const goal = servesGoal(assessment, material);
  const parts = [
    scored ? `Priority ${score.text}${score.band ? `, ${score.band}` : ''}` : `Not scored: ${score.reason}`,
    ...(scored && score.rank ? [rankText(score.rank)] : []),
    ...(flags > 0 ? [`${flags} risk ${flags === 1 ? 'flag' : 'flags'}`] : []),
    ...(goal ? ['serves the Sprint Goal'] : assessment.inCurrentSprint ? ['in sprint'] : []),
    // What has no home is what many look for.
    roadmap ? `roadmap item ${[roadmap.title, courseOf(assessment)].filter(Boolean).join(', ')}` : 'no roadmap item',
    ...(then === null ? [] : [then]),
    ...(failed ? ['a change could not be written'] : []),
    ...(pending ? ['a change is waiting to be written'] : []),
  ];
  return {
    key: issue.key,
    state: failed ? 'error' : pending ? 'pending' : scored ? 'ready' : 'unscored',
    band: scored ? score.band : null,
    score: scored ? score.text : null,
    flags,
    worst,
    roadmap,
    ...reasonOf(assessment, issue),
    name: parts.join('; '),
    inSprint: assessment.inCurrentSprint,
    ...(goal && { goal: true as const }),
  };
}

/** Of which day all of it is, where nothing was read since. */
function thenOf({ lastRead }: Assessment): string | null {
  return lastRead === null ? null : `as of ${dateInWords(lastRead)}`;
}

/** A mark that stayed from a sprint before is none for the goal of today. */
function servesGoal({ issue, sprint, inCurrentSprint }: Assessment, material: Material): boolean {
  const marking = sprint && inCurrentSprint ? material.goalMarking.get(sprint.key) : undefined;
  return marking !== undefined && goalMarks(material, marking)(issue) !== null;
}

/** When the item is planned for, and how it goes: `Now, at risk: 3 of 12 issues are blocked`; `null` where nobody has described it. */
function courseOf({ roadmapItem, itemHealth }: Pick<Assessment, 'roadmapItem' | 'itemHealth'>): string | null {
  if (!roadmapItem || !itemHealth) return null;
  const [reason = ''] = itemHealth.reasons;
  return [plannedFor(roadmapItem), itemHealth.computed === null ? 'health not known' : `${healthWords(itemHealth.computed)}: ${reason.replace(/\.$/, '')}`].filter(Boolean).join(', ');
}

function rankText(rank: { place: number; of: number; within: string; complete: boolean }): string {
  return `${ordinal(rank.place)} of ${rank.of.toLocaleString('en')}${rank.complete ? '' : ' known'} in ${rank.within}`;
}

/** One line: the place, then the strongest thing known, then the worst flag, then how its roadmap item goes. `more`: of these, what the name does not say as well. */
function reasonOf(assessment: Assessment, issue: Issue): Pick<Badge, 'reason' | 'more'> {
  const { score, flags, roadmapItem } = assessment;
  const course = courseOf(assessment);
  // No place and no flag is of today where nothing of it was read since.
  const then = thenOf(assessment);
  const going = roadmapItem && course && `${roadmapItem.title}: ${course}`;
  const inWords = (place: string | null, more: readonly (string | null | undefined)[]) => ({ reason: [[place, then].filter(Boolean).join(', '), ...more, going].filter(Boolean).join(' · '), more: more.filter(Boolean).join(' · ') });
  if (issue.status.category === 'done') return inWords(null, [`${issue.reference} is done.`]);
  const first = flags.find((flag) => flag.accepted === null);
  if (score.state === 'unscored') return inWords(score.reason, [first?.reason]);
  const known = score.parts.filter((part) => part.fact !== null);
  const strongest = known.toSorted((a, b) => b.contribution - a.contribution)[0];
  return inWords(score.rank ? rankText(score.rank) : null, [
    strongest && strongest.contribution > 0 ? `most from ${strongest.label.toLowerCase()} (${strongest.fact?.raw ?? ''})` : null,
    score.missing.length > 0 ? `${wholePercent(score.confidence)} % known` : null,
    first?.reason,
  ]);
}
