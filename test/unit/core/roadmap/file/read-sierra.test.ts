import { describe, expect, it } from 'vitest';
import { readSierra } from '../../../../../lib/core/roadmap/file/read-sierra.ts';

/** After the example of github.com/SierraSoftworks/roadmap. */
const SIERRA = `
# yaml-language-server: $schema=https://schemas.sierrasoftworks.com/roadmap/v1.schema.json
title: Shop
description: Shopping without waiting
authors: [{ name: Maya, contact: maya@example.org }]
timeline: [{ date: 2026-01-01, title: Started }]
objectives:
  - title: Pay within a minute
  - { title: Trust, description: Nobody doubts a payment }
milestones:
  - title: First shop
    deliverables: [{ title: Cart, state: DONE }, { title: Wishlist, state: SKIP }]
  - title: Faster checkout
    description: Nobody waits
    deliverables:
      - { title: One page, reference: "https://example.org/1", state: DOING, requirement: MUST }
      - { title: Old, reference: "http://example.org/2" }
  - title: Gift cards
  - title: Gift cards
    deliverables: [{ title: Codes, state: TODO }]
`;

describe('a roadmap of SierraSoftworks', () => {
  it('becomes items by its milestones, their horizon by what has begun', () => {
    expect(readSierra(SIERRA)).toEqual({
      ok: true,
      aim: { vision: 'Shopping without waiting', productGoal: 'Pay within a minute; Trust' },
      items: [
        { id: 'first-shop', title: 'First shop', outcome: '', horizon: 'now', declared: { health: 'complete', note: '', on: null } },
        { id: 'faster-checkout', title: 'Faster checkout', outcome: 'Nobody waits', horizon: 'now', links: [{ title: 'One page', url: 'https://example.org/1' }] },
        { id: 'gift-cards', title: 'Gift cards', outcome: '', horizon: 'next' },
        { id: 'gift-cards-2', title: 'Gift cards', outcome: '', horizon: 'later' },
      ],
    });
  });

  it('is read as JSON too, and refused with the place of its fault', () => {
    expect(readSierra('{"title": "Shop", "milestones": [{"title": "A"}]}')).toMatchObject({ ok: true, items: [{ id: 'a', horizon: 'next' }] });
    expect(readSierra('title: Shop\nmilestones:\n  - title: A\n    deliverables:\n      - { title: B, state: MAYBE }\n')).toMatchObject({ ok: false, errors: [{ line: 5, column: 28 }] });
    expect(readSierra('{"items": []}')).toMatchObject({ ok: false });
  });
});
