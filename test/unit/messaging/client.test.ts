import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pageStorage } from '../platform/page-storage.ts';

type Listener = (message: unknown, sender: { url?: string }) => void;
/** What the worker does with each message in turn: answers, or dies over it. */
let worker: (() => unknown)[] = [];
let sent: unknown[] = [];
const listeners: Listener[] = [];
vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      getURL: () => 'chrome-extension://waymark/',
      sendMessage: async (message: unknown) => {
        sent.push(message);
        return worker.shift()?.();
      },
      onMessage: { addListener: (listener: Listener) => void listeners.push(listener), removeListener: (listener: Listener) => void listeners.splice(listeners.indexOf(listener), 1) },
    },
  },
}));
const { keepDraft, keepView, onChanged, recallDraft, recallView, request, tellWhenOnline } = await import('../../../lib/messaging/client.ts');

const died = (): never => {
  throw new Error('The message port closed before a response was received.');
};
const answers = (value: unknown) => () => ({ ok: true, value });

beforeEach(() => {
  [worker, sent] = [[], []];
  vi.stubGlobal('localStorage', pageStorage());
});

describe('a request of a page of ours', () => {
  it('that the worker died over is put once more, and then told as what it is', async () => {
    worker = [died, answers(7)];
    expect(await request('options', null)).toBe(7);
    worker = [died, () => undefined, answers(7)];
    await expect(request('options', null)).rejects.toMatchObject({ name: 'RequestFailed', problem: { kind: 'stopped' } });
    expect(sent).toHaveLength(4);
  });

  it.each(['createRoadmapItem', 'undo', 'importData'] as const)('%s is put once only: it may have happened although no answer came', async (name) => {
    worker = [died, answers(7)];
    await expect(request(name, null as never)).rejects.toMatchObject({ problem: { kind: 'stopped' } });
    expect(sent).toHaveLength(1);
  });

  it('that fails says so in the worker’s words; what is no answer is none', async () => {
    const problem = { kind: 'unknown', sentence: 'This sprint is not known here any more.', action: null };
    worker = [() => ({ ok: false, problem }), () => null, () => 'yes', () => ({})];
    await expect(request('options', null)).rejects.toMatchObject({ name: 'RequestFailed', problem });
    for (let times = 0; times < 3; times += 1) await expect(request('options', null)).rejects.toMatchObject({ problem: { kind: 'stopped' } });
  });

  it('to forget a site takes with it what the page showed last, once it is done', async () => {
    keepView('github.com/acme/shop', { goal: 1 });
    for (const sprint of ['github.com/acme/shop/milestone/3', 'acme.atlassian.net/SHOP/sprint/1']) keepDraft(`goals|${sprint}`, { goals: ['half a'] });
    worker = [answers(null), () => ({ ok: false, problem: { kind: 'full', sentence: 'No room.', action: null } }), answers(null)];
    await request('refresh', { project: 'github.com/acme/shop' as never });
    await expect(request('forgetSite', { host: 'github.com' })).rejects.toThrow('No room.');
    expect([recallView('github.com/acme/shop'), recallDraft('goals|github.com/acme/shop/milestone/3')]).toEqual([{ goal: 1 }, { goals: ['half a'] }]);
    await request('forgetSite', { host: 'github.com' });
    expect([recallView('github.com/acme/shop'), recallDraft('goals|github.com/acme/shop/milestone/3')]).toEqual([null, null]);
    expect(recallDraft('goals|acme.atlassian.net/SHOP/sprint/1')).toEqual({ goals: ['half a'] });
  });
});

it('the network’s return is told to the worker, and not what a page makes up', async () => {
  const heard: ((event: { isTrusted: boolean }) => void)[] = [];
  vi.stubGlobal('addEventListener', (name: string, listener: () => void) => name === 'online' && heard.push(listener));
  tellWhenOnline();
  for (const listen of heard) listen({ isTrusted: false });
  expect(sent).toEqual([]);
  worker = [died, died];
  for (const listen of heard) listen({ isTrusted: true });
  await vi.waitFor(() => expect(sent).toHaveLength(2), { timeout: 20_000 });
  expect(sent[0]).toEqual({ waymark: 'backOnline', payload: null });
});

it('news is what the worker has stored, until nobody listens any more', () => {
  const news: unknown[] = [];
  const stop = onChanged((message) => news.push(message));
  const changed = { waymark: 'changed', keys: [], projects: [] };
  const tell = (message: unknown) => { for (const listen of listeners) listen(message, { url: 'chrome-extension://waymark/background.js' }); };
  tell({ waymark: 'report' });
  tell(changed);
  stop();
  tell(changed);
  expect(news).toEqual([changed]);
});
