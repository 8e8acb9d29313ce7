import type { RoadmapIssue } from '../messaging/messages.ts';
import { assessor, type Assessment } from './assess-issue.ts';
import { badgeOf } from './describe-issues.ts';
import type { Ports } from './ports.ts';

/** More than anybody reads in one list. */
const SHOWN = 200;

/**
 * The issues of one roadmap item, over both trackers: open ones first, by score, and the unscored after them.
 *
 * @example await roadmapIssues(ports, 'faster-checkout') // → { issues: [{ reference: 'SHOP-12', badge: { score: '81', … }, … }], total: 34 }
 */
export async function roadmapIssues(ports: Ports, item: string): Promise<{ issues: RoadmapIssue[]; total: number }> {
  const { keys, total } = await ports.store.membersOf(item, SHOWN);
  const material = await ports.store.material(keys);
  const assess = assessor(material, ports.now());
  const assessments = [...material.issues.values()].map(assess).toSorted(openByScore);
  const issues = assessments.flatMap((assessment): RoadmapIssue[] => {
    const { issue, tag } = assessment;
    if (tag?.item !== item) return [];
    return [{
      key: issue.key, reference: issue.reference, title: issue.title, url: issue.url, tracker: issue.tracker, status: issue.status.category, estimate: issue.estimate, ...(issue.estimateIn && { estimateIn: issue.estimateIn }),
      badge: badgeOf(assessment, material), tag,
    }];
  });
  return { issues, total };
}

/** The order of a list of issues: open ones first, by score, and the unscored after them. */
export function openByScore(a: Assessment, b: Assessment): number {
  return Number(isDone(a)) - Number(isDone(b)) || scoreOf(b) - scoreOf(a);
}

function isDone({ issue }: Assessment): boolean {
  return issue.status.category === 'done';
}

function scoreOf({ score }: Assessment): number {
  return score.state === 'scored' ? score.value : Number.NEGATIVE_INFINITY;
}
