import type { CardOpener } from './card.ts';
import type { Wanted } from './mount.ts';
import type { Mounts } from './mounts.ts';

/** The keyboard command of that name: the tag picker for the chosen rows, else for the page's own issue. `wanted` is asked again when the panel has come. */
export async function tagSelection(document: Document, wanted: () => readonly Wanted[], mounts: Pick<Mounts, 'fail' | 'hostIn' | 'hosts'>, card: CardOpener): Promise<void> {
  const [any] = wanted();
  // What is chosen the panel tells, which stands in for code that no page needs before.
  const panel = any && (await card.bring(any.key));
  if (any && !panel) mounts.fail(mounts.hosts[0]);
  const chosen = panel?.selectedAmong(document, wanted().filter(({ place }) => place === 'row')) ?? [];
  const about = chosen.length > 0 ? chosen : wanted().filter(({ place }) => place === 'header');
  const [first] = about;
  const anchor = first && (mounts.hostIn(first.container) ?? first.container);
  if (anchor instanceof HTMLElement) await card.open(anchor, [...new Set(about.map(({ key }) => key))], 'tag');
  // Nothing is chosen, and guessing would tag the wrong issue: the focus goes to the first badge, and the next time it is chosen.
  else mounts.hosts[0]?.focus();
}
