import { describe, expect, it } from 'vitest';
import { readPlace } from '../../../../../lib/core/roadmap/file/place.ts';

describe('the place of a roadmap, as a person writes it', () => {
  it.each([
    ['docs/plan.yml', '', { path: 'docs/plan.yml', branch: null }], [' /docs/plan.YAML ', ' main ', { path: 'docs/plan.YAML', branch: 'main' }],
    ['plan.json', 'release/2.x', { path: 'plan.json', branch: 'release/2.x' }], [`${'d/'.repeat(198)}.yml`, '', { path: `${'d/'.repeat(198)}.yml`, branch: null }],
  ])('%s on “%s” is taken', (path, branch, place) => expect(readPlace(path, branch)).toEqual(place));

  it.each(['', 'plan.txt', 'plan', 'docs/', '../plan.yml', './plan.yml', 'docs//plan.yml', 'docs/../plan.yml', `${'d/'.repeat(199)}.yml`])('no repository has a roadmap at %s', (path) => expect(readPlace(path, 'main')).toBeNull());

  it.each(['a b', 'a..b', 'a~1', 'a^', 'a:b', 'a?', 'a*', 'a[b', 'a\\b', '-a', '/a', 'a/', 'a.lock', 'a'.repeat(251)])('no branch is called %s', (branch) => expect(readPlace('plan.yml', branch)).toBeNull());
});
