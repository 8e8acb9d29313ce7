import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProjectKey } from '../../lib/core/issue.ts';
import { createGithubTracker } from '../../lib/trackers/github/tracker.ts';
import type { Credentials, Exchanged, FileProposal, FileRead, ProposalStep } from '../../lib/trackers/tracker.ts';
import { blobOf, fullName, type Repository } from '../tracker/model/repository.ts';
import { type DemoTracker, startTracker } from '../tracker/server.ts';
import { demoWorld } from '../tracker/world.ts';
import { localFetch } from './local-fetch.ts';

const PATH = '.github/waymark.yml';
const PLACE = { path: PATH, branch: null };
const PROJECT = 'github.com/acme/shop' as ProjectKey;
const signed = (token: string | null): Credentials => ({ host: 'github.com', token });
const PROPOSAL: FileProposal = { project: PROJECT, place: PLACE, branch: 'waymark/roadmap-abc', text: 'vision: größer 🎯\n', basis: null, title: 'Change the roadmap', body: 'Why', pull: true };

describe('files of a repository on GitHub', () => {
  let site: DemoTracker;
  let shop: Repository;
  let tracker: ReturnType<typeof createGithubTracker>;
  beforeEach(async () => {
    const world = demoWorld({ issues: 20 });
    site = await startTracker({ world });
    const found = world.repositories.find((one) => fullName(one) === 'acme/shop');
    if (!found) throw new Error('the demo has no acme/shop');
    shop = found;
    tracker = createGithubTracker({ fetch: localFetch(site.port), now: Date.now });
  });
  afterEach(() => site.close());

  const main = (): Map<string, string> => shop.branches.get('main')?.files ?? new Map<string, string>();
  const read = async (etag: string | null = null, credentials = signed('ghp_demo_writer'), place: { path: string; branch: string | null } = PLACE): Promise<FileRead | string> => {
    const exchanged: Exchanged<FileRead> | undefined = await tracker.readFile?.(credentials, PROJECT, place, etag);
    if (!exchanged) return 'none';
    return exchanged.outcome.ok ? exchanged.outcome.value : exchanged.outcome.error.kind;
  };
  const step = async (at: ProposalStep, proposal = PROPOSAL, token = 'ghp_demo_writer'): Promise<ProposalStep | { failed: unknown }> => {
    const exchanged = await tracker.proposeFile?.(signed(token), proposal, at);
    if (!exchanged) return { failed: 'none' };
    return exchanged.outcome.ok ? exchanged.outcome.value : { failed: exchanged.outcome.error };
  };
  /** Goes on until it is settled. `lost`: of each step the first answer is thrown away, as when the worker dies. */
  const propose = async (proposal = PROPOSAL, lost = false): Promise<ProposalStep> => {
    let at: ProposalStep = { at: 'start' };
    for (let requests = 0; requests < 40; requests += 1) {
      if (at.at === 'done' || at.at === 'conflict') return at;
      if (lost) await step(at, proposal);
      const next: ProposalStep | { failed: unknown } = await step(at, proposal);
      if ('failed' in next) throw new Error(JSON.stringify(next.failed));
      at = next;
    }
    throw new Error('it goes in a circle');
  };
  const pulls = (): (string | undefined)[] => [...shop.issues.values()].filter(({ pull }) => pull?.branch.startsWith('waymark/')).map(({ title }) => title);

  it('reads a file, says unchanged by its ETag for nothing, and tells another content', async () => {
    expect(await read()).toEqual({ state: 'absent' });
    main().set(PATH, 'vision: größer 🎯\n');
    const first = await read();
    expect(first).toMatchObject({ state: 'read', text: 'vision: größer 🎯\n', blob: blobOf('vision: größer 🎯\n') });
    const etag = typeof first === 'object' && first.state === 'read' ? first.etag : null;
    expect(await read(etag)).toEqual({ state: 'unchanged' });
    main().set(PATH, 'vision: other\n');
    expect(await read(etag)).toMatchObject({ state: 'read', text: 'vision: other\n' });
    expect(await read(null, signed(null))).toMatchObject({ state: 'read' });
  });

  it('tells what is there and cannot be read', async () => {
    main().set(PATH, `#${'x'.repeat(1_100_000)}`);
    expect(await read()).toMatchObject({ state: 'unreadable', reason: expect.stringContaining('1,100,001 bytes') });
    expect(await read(null, signed('ghp_demo_writer'), { path: '.github', branch: null })).toMatchObject({ state: 'unreadable', reason: 'It is a folder.' });
    expect(await read(null, signed('ghp_demo_writer'), { path: '../secret', branch: null })).toBe('changed-shape');
    expect(await read(null, signed('ghp_demo_writer'), { path: PATH, branch: 'nowhere' })).toEqual({ state: 'absent' });
    expect(await read(null, signed('ghp_revoked'))).toBe('unauthorised');
  });

  it.each([['each answer arrives', false], ['each step is done twice', true]])('proposes a change once: a branch, a commit, a pull request, where %s', async (_how, lost) => {
    main().set(PATH, 'vision: before\n');
    const proposal = { ...PROPOSAL, basis: blobOf('vision: before\n') };
    expect(await propose(proposal, lost)).toEqual({ at: 'done', url: expect.stringMatching(/^https:\/\/github\.com\/acme\/shop\/pull\/\d+$/) });
    expect(shop.branches.get(PROPOSAL.branch)?.files.get(PATH)).toBe(PROPOSAL.text);
    expect(main().get(PATH)).toBe('vision: before\n');
    expect(pulls()).toEqual(['Change the roadmap']);
    const head = shop.branches.get(PROPOSAL.branch)?.head;
    expect(await propose(proposal)).toMatchObject({ at: 'done' });
    expect([shop.branches.get(PROPOSAL.branch)?.head, pulls().length]).toEqual([head, 1]);
  });

  it('begins a file where there is none, and leaves the branch alone when no review is asked for', async () => {
    expect(await propose({ ...PROPOSAL, pull: false }, true)).toEqual({ at: 'done', url: 'https://github.com/acme/shop/tree/waymark/roadmap-abc' });
    expect(shop.branches.get(PROPOSAL.branch)?.files.get(PATH)).toBe(PROPOSAL.text);
    expect(pulls()).toEqual([]);
  });

  it('writes nothing over a teammate’s change, whenever it comes', async () => {
    main().set(PATH, 'vision: theirs\n');
    expect(await propose({ ...PROPOSAL, basis: blobOf('vision: before\n') })).toEqual({ at: 'conflict' });
    expect(await propose(PROPOSAL)).toEqual({ at: 'conflict' });
    expect(shop.branches.get(PROPOSAL.branch)?.files.get(PATH)).toBe('vision: theirs\n');
    const late = { ...PROPOSAL, branch: 'waymark/roadmap-late', basis: blobOf('vision: theirs\n') };
    await step({ at: 'branch', base: 'main', head: shop.branches.get('main')?.head ?? '' }, late);
    shop.branches.get(late.branch)?.files.set(PATH, 'vision: later\n');
    expect(await step({ at: 'put', base: 'main' }, late)).toEqual({ at: 'look', base: 'main', refused: true });
    expect(await step({ at: 'look', base: 'main', refused: true }, late)).toEqual({ at: 'conflict' });
    expect(pulls()).toEqual([]);
  });

  it('is refused with the name of what the token lacks', async () => {
    const head = shop.branches.get('main')?.head ?? '';
    expect(await step({ at: 'branch', base: 'main', head }, PROPOSAL, 'github_pat_demo_writer')).toMatchObject({ failed: { kind: 'forbidden', missing: 'contents=write' } });
    expect(await step({ at: 'branch', base: 'main', head }, PROPOSAL, 'ghp_demo_outsider')).toMatchObject({ failed: { kind: 'forbidden' } });
    expect(await step({ at: 'branch', base: 'main', head }, PROPOSAL, 'github_pat_demo_planner')).toEqual({ at: 'look', base: 'main' });
  });
});
