import type { LedgerGoal } from '../../../lib/core/sprint/ledger.ts';
import type { LedgerView } from '../../../lib/messaging/messages.ts';

/** What a goal says now. */
export function lastWording({ wordings }: Pick<LedgerGoal, 'wordings'>): string {
  return wordings.at(-1)?.text ?? '';
}

/** The sprints that hold every word of a search: in their title, in anything that their goals ever said, in the notes, or in the issues that they finished or carried over. */
export function searchLedger({ sprints, issues }: LedgerView, text: string): LedgerView['sprints'] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return sprints;
  return sprints.filter(({ title, goals, increment, carriedOver }) => {
    const named = [...increment, ...carriedOver].flatMap(({ issue }) => issues[issue] ?? []);
    const all = [title, ...goals.flatMap(({ wordings, outcome }) => [...wordings.map((wording) => wording.text), outcome?.note ?? '']), ...named.flatMap((issue) => [issue.title, issue.reference])].join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
