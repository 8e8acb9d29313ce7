import { describe, expect, it } from 'vitest';
import { apiBase, isGithubHost } from '../../../../lib/trackers/github/hosts.ts';
import { trackerFor, trackers, trackersWith } from '../../../../lib/trackers/registry.ts';

describe('the hosts of GitHub', () => {
  it.each([
    ['github.com', 'https://api.github.com'],
    ['GitHub.com', 'https://api.github.com'],
    ['acme.ghe.com', 'https://api.acme.ghe.com'],
    ['git.acme.org', 'https://git.acme.org/api/v3'],
    ['localhost:8443', 'https://localhost:8443/api/v3'],
    ['ghe.com', 'https://ghe.com/api/v3'],
  ])('%s has its API at %s', (host, base) => expect(apiBase(host)).toBe(base));

  it.each(['', 'a/b', 'user@evil.com', 'evil.com?', 'evil.com#', '-a', 'a b', 'a:b', 'https://x'])('%j is no host and gets no token', (host) => {
    expect(apiBase(host)).toBeNull();
  });

  it('are known by name where GitHub runs them', () => {
    expect(['github.com', 'acme.ghe.com', 'git.acme.org', 'github.com.evil.org'].map(isGithubHost)).toEqual([true, true, false, false]);
  });
});

describe('the registry of trackers', () => {
  it('finds every declaration by its file', () => expect(trackers.map(({ kind }) => kind)).toContain('github'));

  it('gives a self-hosted site to the kind that its connection states, GitHub unless it says otherwise', () => {
    expect(trackerFor('github.com')?.kind).toBe('github');
    expect(trackerFor('git.acme.org')?.kind).toBe('github');
  });

  it('makes each tracker once', () => {
    const at = trackersWith({ fetch, now: () => 0 });
    expect(at('github.com')).toBe(at('git.acme.org'));
    expect(at('github.com')?.kind).toBe('github');
  });
});
