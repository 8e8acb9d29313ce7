import type { IssueKey } from '../core/issue.ts';
import { hostOf, trackerOfKey, withoutHost } from '../core/keys.ts';
import type { Tag } from '../core/roadmap/roadmap-item.ts';
import type { BulkIssue, BulkReview, NamedItem } from '../messaging/messages.ts';
import type { Belonging } from '../storage/store.ts';
import type { Ports } from './ports.ts';
import { namesOf } from './roadmap-items.ts';
import { accessByProject } from './tag-issues.ts';
import type { WriteAccess } from './write-access.ts';

/**
 * What tagging many issues would do, before anything is written: how many by which way to which site, which are so already, and which have another item, so that they are left alone unless somebody wants them replaced.
 *
 * @example await reviewBulk(ports, keys, 'faster-checkout') // → { total: 500, ways: [{ host: 'github.com', via: 'label', issues: 380, … }], already: 12, others: […] }
 */
export async function reviewBulk(ports: Ports, asked: readonly IssueKey[], item: string | null): Promise<BulkReview> {
  const keys = [...new Set(asked)];
  const [material, accesses, names] = await Promise.all([ports.store.material(keys), accessByProject(ports, keys), namesOf(ports)]);
  const fates = accesses.map(({ key, access }) => ({ key, access, fate: fateOf(material, key, item, access.via) }));
  const written = Map.groupBy(fates.filter(({ fate }) => fate === 'written'), ({ key, access }) => `${hostOf(key)} ${access.because}`);
  return {
    item: item === null ? null : names(item),
    total: keys.length,
    ways: [...written.values()].flatMap((group) => {
      const [first] = group;
      return first ? [{ host: hostOf(first.key), tracker: trackerOfKey(first.key) ?? 'github', ...first.access, issues: group.length }] : [];
    }),
    already: fates.filter(({ fate }) => fate === 'already').length,
    others: fates.flatMap(({ key, fate }) => (fate === 'other' ? [bulkIssue(material, key, names)] : [])),
  };
}

/** What a bulk tagging makes of an issue: only a tag of its own stands in the way; one from above or by a rule does not. The same tag kept in this browser is written where it can be by now: so the team gets what was tagged before there was a token. */
export function fateOf(material: Belonging, key: IssueKey, item: string | null, via: WriteAccess['via']): 'written' | 'already' | 'other' {
  const own = ownTag(material, key);
  if (own === null) return item === null ? 'already' : 'written';
  if (item === null || (own.item === item && own.via === 'local' && via === 'label')) return 'written';
  return own.item === item ? 'already' : 'other';
}

function ownTag(material: Belonging, key: IssueKey): Tag | null {
  const tag = material.tags.get(key) ?? null;
  if (tag === null) {
    // Not read yet, but tagged here.
    const local = material.localTags.get(key)?.item ?? null;
    return local === null ? null : { key, item: local, via: 'local', pending: false };
  }
  return tag.via === 'parent' || tag.via === 'rule' ? null : tag;
}

function bulkIssue(material: Belonging, key: IssueKey, names: (id: string) => NamedItem): BulkIssue {
  const issue = material.issues.get(key);
  const own = ownTag(material, key);
  return { key, reference: issue?.reference ?? withoutHost(key), title: issue?.title ?? '', url: issue?.url ?? '', from: own && names(own.item) };
}
