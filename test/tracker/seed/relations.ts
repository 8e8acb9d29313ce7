import type { Issue } from '../model/issue.ts';
import type { Random } from './random.ts';

/** Ties some issues together: open work waits for other open or finished work, and features have sub-issues. Capped, so that a bench world stays light. */
export function relate(issues: Map<number, Issue>, random: Random): void {
  const plain = [...issues.values()].filter((issue) => issue.pull === null);
  if (plain.length < 8) return;
  const open = plain.filter((issue) => issue.state === 'open');
  for (const issue of open.filter((one) => one.labels.includes('blocked')).slice(0, 200)) block(issue, random.pick(plain));
  for (let count = Math.min(40, plain.length / 10); count > 0; count -= 1) block(random.pick(open), random.pick(plain));
  const parents = open.filter((issue) => issue.type === 'Feature').slice(-8);
  for (const parent of parents) {
    for (let count = 2 + random.below(4); count > 0; count -= 1) adopt(parent, random.pick(plain));
  }
}

function block(waiting: Issue, blocker: Issue): void {
  if (waiting === blocker || waiting.blockedBy.includes(blocker.number) || blocker.blockedBy.includes(waiting.number)) return;
  waiting.blockedBy = [...waiting.blockedBy, blocker.number];
  blocker.blocking = [...blocker.blocking, waiting.number];
}

function adopt(parent: Issue, child: Issue): void {
  if (child === parent || child.parent !== null || child.children.length > 0 || parent.parent !== null) return;
  child.parent = parent.number;
  parent.children = [...parent.children, child.number];
}
