import { capitalised } from '../../lib/core/capitalised.ts';
import { keptHere } from '../ui/wording/kept-here.ts';
import type { Card } from '../../lib/messaging/messages.ts';

interface Writing {
  readonly tagging: Card['tagging'];
  /** `#12`, or `5 issues`. */
  readonly target: string;
  readonly tracker: string;
  /** Whether the tracker keeps what the team knows of an issue in the issue itself, as Jira does: then that changes too. */
  readonly shares: boolean;
  readonly before: string | null;
  /** The present tag has no label: it stands in the issue itself, or in this browser. */
  readonly unlabelled?: 'shared' | 'local' | undefined;
  /** Further items that it is tagged to, which go with the present tag. */
  readonly others?: readonly string[];
  /** The target is several issues, each with a tag of its own or none: tagged at once, whatever they have, or only after a review. */
  readonly several?: 'at once' | 'reviewed';
  /** The item to tag with; `null` removes the tag; `undefined` while nothing is chosen. */
  readonly after: string | null | undefined;
}

/** Says before a tag is written what will be written, and where. */
export function whatWillBeWritten(writing: Writing): string {
  if (writing.tagging.via === 'local') return keptHere(writing.tagging.because);
  const { target, tracker, after, unlabelled } = writing;
  const before = unlabelled === undefined ? writing.before : null;
  if (unlabelled === 'shared' && after === null) return `Takes ${writing.before} out of the hidden “waymark” data of ${target} on ${tracker}`;
  if (unlabelled === 'local' && after === null) return `Takes ${writing.before} off ${target} in this browser${besides(writing)}`;
  const words = `${label({ ...writing, before })}${besides({ ...writing, before })}${ofSeveral(writing)}`;
  return writing.shares && (after === undefined || before !== after) ? `${words}, and updates the hidden “waymark” data` : words;
}

/** Says before a value is entered where it will go; `null` where that is this browser and nothing else can be. */
export function whereValuesGo({ tagging, tracker, shares }: Pick<Writing, 'tagging' | 'tracker' | 'shares'>): string | null {
  if (!shares) return null;
  return tagging.via === 'local' ? 'Values that you enter are kept in this browser.' : `Values that you enter, MoSCoW too, are shared with the team, as hidden “waymark” data of the issue on ${tracker}.`;
}

function label({ target, tracker, before, after }: Writing): string {
  if (after === undefined && before !== null) return `Another item replaces the label roadmap:${before} on ${tracker}`;
  if (after === undefined) return `Tagging adds a label roadmap:… to ${target} on ${tracker}`;
  if (after === null) return before === null ? `Changes nothing on ${tracker}` : `Removes the label roadmap:${before} from ${target} on ${tracker}`;
  if (before === after) return `${capitalised(target)} already has the label roadmap:${after}`;
  if (before === null) return `Adds the label roadmap:${after} to ${target} on ${tracker}`;
  return `Replaces the label roadmap:${before} with roadmap:${after} on ${target} on ${tracker}`;
}

function besides({ before, after, others = [] }: Writing): string {
  const going = others.filter((item) => item !== after);
  return after === undefined || after === before || going.length === 0 ? '' : `, takes off ${going.join(', ')} too`;
}

function ofSeveral({ several, after }: Writing): string {
  if (several === undefined || typeof after !== 'string') return '';
  return several === 'at once' ? ', in place of any other roadmap item' : ', after a review';
}
