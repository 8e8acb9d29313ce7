import type { FactReader } from '../fact-reader.ts';
import { tracked } from '../native.ts';

/** As many people as make demand full: twice what VS Code's bot asks for. */
const FULL = 20;

/** A comment is weaker than a vote: often several are one conversation. */
const COMMENTS_PER_PERSON = 5;

/** Trackers make whoever reports an issue follow it. */
const FOLLOWS_ANYWAY = 1;

/** Demand, 0…1: how many people asked for it, on a logarithmic scale, because the tenth voter says less that is new than the second. */
export default {
  id: 'demand',
  label: 'Demand',
  source: 'log(1 + people) / log(1 + 20), people = votes (or followers but the reporter, where those are more) + comments / 5; VS Code’s feature-request bot takes 10 upvotes for enough (upvotesRequired: 10), which is 0.79 here',
  read({ issue }) {
    const { votes, comments, watchers = null } = issue;
    if (votes === null && comments === null && watchers === null) return undefined;
    // Who votes mostly follows as well: the larger number counts, not their sum.
    const people = Math.max(0, votes ?? 0, (watchers ?? 0) - FOLLOWS_ANYWAY) + Math.max(0, comments ?? 0) / COMMENTS_PER_PERSON;
    const said = [...(votes === null ? [] : [counted(votes, 'vote')]), ...(watchers === null ? [] : [counted(watchers, 'follower')]), ...(comments === null ? [] : [counted(comments, 'comment')])];
    return tracked(issue, 'Demand', Math.min(1, Math.log(1 + people) / Math.log(1 + FULL)), said.join(', '), { kind: 'derived', from: watchers === null ? 'votes and comments' : 'votes, followers and comments' });
  },
  examples: [
    { name: 'ten votes, as VS Code asks for', given: { votes: 10, comments: 0 }, value: Math.log(11) / Math.log(21) },
    { name: 'twenty people are full demand', given: { votes: 20, comments: 0 }, value: 1 },
    { name: 'more than full stays full', given: { votes: 4000, comments: 900 }, value: 1 },
    { name: 'five comments count as one person', given: { votes: 0, comments: 5 }, value: Math.log(2) / Math.log(21) },
    { name: 'known to be none', given: { votes: 0, comments: 0 }, value: 0 },
    { name: 'votes that the tracker does not tell', given: { votes: null, comments: 10 }, value: Math.log(3) / Math.log(21) },
    { name: 'more follow it than vote', given: { votes: 2, comments: 0, watchers: 11 }, value: Math.log(11) / Math.log(21) },
    { name: 'more vote than follow it', given: { votes: 10, comments: 0, watchers: 3 }, value: Math.log(11) / Math.log(21) },
    { name: 'only its reporter follows it', given: { votes: 0, comments: 0, watchers: 1 }, value: 0 },
    { name: 'nothing told', given: { votes: null, comments: null }, value: undefined },
  ],
} satisfies FactReader;

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
