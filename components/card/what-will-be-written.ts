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
  /** The item to tag with; `null` removes the tag; `undefined` while nothing is chosen. */
  readonly after: string | null | undefined;
}

/** Says before a tag is written what will be written, and where. */
export function whatWillBeWritten(writing: Writing): string {
  if (writing.tagging.via === 'local') return keptHere(writing.tagging.because);
  const changes = writing.after === undefined || writing.before !== writing.after;
  return writing.shares && changes ? `${label(writing)}, and writes the issue property “waymark”` : label(writing);
}

function label({ target, tracker, before, after }: Writing): string {
  if (after === undefined && before !== null) return `Another item replaces the label roadmap:${before} on ${tracker}`;
  if (after === undefined) return `Tagging adds a label roadmap:… to ${target} on ${tracker}`;
  if (after === null) return before === null ? `Changes nothing on ${tracker}` : `Removes the label roadmap:${before} from ${target} on ${tracker}`;
  if (before === after) return `${capitalised(target)} already bears the label roadmap:${after}`;
  if (before === null) return `Adds the label roadmap:${after} to ${target} on ${tracker}`;
  return `Replaces the label roadmap:${before} by roadmap:${after} on ${target} on ${tracker}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
