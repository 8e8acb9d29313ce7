import { describe, expect, it } from 'vitest';
import { itemNaming, type NamedThing } from '../../../../lib/core/roadmap/named-item.ts';
import type { RoadmapItem } from '../../../../lib/core/roadmap/roadmap-item.ts';

const item = (id: string, more: Partial<RoadmapItem>): RoadmapItem => ({ id, title: id, outcome: '', horizon: 'now', createdAt: 0, updatedAt: 0, ...more });
const milestone: NamedThing = { member: 'milestone', names: ['Sprint 24'], projects: ['github.com/acme/shop', 'acme/shop'], url: 'https://github.com/acme/shop/milestone/3' };
const epic: NamedThing = { member: 'parent', names: ['acme.atlassian.net/SHOP-12', 'SHOP-12'], projects: ['acme.atlassian.net/SHOP', 'SHOP'], url: 'https://acme.atlassian.net/browse/SHOP-12' };

describe('the roadmap item that a milestone or an epic is', () => {
  it.each([
    ['a rule with its title, capitals aside', { belongs: [{ milestone: 'sprint 24' }] }],
    ['a rule with its title and its project', { belongs: [{ milestone: 'Sprint 24', project: 'acme/shop' }] }],
    ['a project with its host', { belongs: [{ milestone: 'Sprint 24', project: 'github.com/acme/shop' }] }],
    ['one rule of several', { belongs: [{ label: 'pay' }, { milestone: 'Sprint 24' }] }],
    ['a link to its page, whatever is open on it', { links: [{ title: 'Sprint', url: 'https://GitHub.com/acme/shop/milestone/3/?closed=1' }] }],
  ] as const)('is told by %s', (_name, more) => expect(itemNaming([item('pay', more)], milestone)?.id).toBe('pay'));

  it.each([
    ['another title', { belongs: [{ milestone: 'Sprint 25' }] }],
    ['the same title in another project', { belongs: [{ milestone: 'Sprint 24', project: 'acme/api' }] }],
    ['a rule that asks for a label besides: it takes a part only', { belongs: [{ milestone: 'Sprint 24', label: 'pay' }] }],
    ['a rule for a whole project', { belongs: [{ project: 'acme/shop' }] }],
    ['a parent of that name', { belongs: [{ parent: 'Sprint 24' }] }],
    ['an item that was given up', { belongs: [{ milestone: 'Sprint 24' }], dropped: true }],
    ['a link to another milestone', { links: [{ title: '', url: 'https://github.com/acme/shop/milestone/33' }] }],
  ] as const)('is not told by %s', (_name, more) => expect(itemNaming([item('pay', more)], milestone)).toBeNull());

  it('an epic is named by its reference, with its site or without', () => {
    expect(itemNaming([item('pay', { belongs: [{ parent: 'SHOP-12' }] })], epic)?.id).toBe('pay');
    expect(itemNaming([item('pay', { belongs: [{ parent: 'acme.atlassian.net/shop-12' }] })], epic)?.id).toBe('pay');
    expect(itemNaming([item('pay', { belongs: [{ parent: 'SHOP-1' }] })], epic)).toBeNull();
  });

  it('of several the first by the alphabet, and a rule counts before a link', () => {
    const link = { links: [{ title: '', url: epic.url }] };
    const rule = { belongs: [{ parent: 'SHOP-12' }] };
    expect(itemNaming([item('c', rule), item('b', rule), item('a', link)], epic)?.id).toBe('b');
  });
});
