import { describe, expect, test } from 'vitest';
import type { Badge } from '../../../lib/core/badge.ts';
import { githubIssueKey, githubProjectKey } from '../../../lib/core/keys.ts';
import type { Messages } from '../../../lib/messaging/messages.ts';
import { createModels } from '../../../lib/overlay/models.ts';

const project = githubProjectKey('github.com', 'acme', 'shop');
const key = (number: number) => githubIssueKey('github.com', 'acme', 'shop', number);
const badge = (number: number, score = '82'): Badge => ({
  key: key(number), state: 'ready', band: 'high', score, flags: 0, worst: null, roadmap: null, reason: 'demand', more: 'demand', name: `Priority ${score}`, inSprint: false,
});

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Models with a worker that answers as told. */
function setUp(answer: (request: Messages['describe']['request']) => Messages['describe']['response'] | Promise<never>) {
  const requests: Messages['describe']['request'][] = [];
  const events: string[] = [];
  const timers: { task: () => void; ms: number }[] = [];
  const models = createModels(
    async (request) => {
      requests.push(request);
      return answer(request);
    },
    { onAnswer: () => events.push('answer'), onFailure: () => events.push('failure'), later: (task, ms) => timers.push({ task, ms }) },
  );
  return { models, requests, events, timers };
}

describe('the badge models of a tab', () => {
  test('one message asks for all the issues that a pass sees, each once', async () => {
    const { models, requests } = setUp(({ keys }) => ({ badges: keys.map((_, index) => badge(index + 1)), state: 'ready' }));
    models.want([key(1), key(2), key(1)], project);
    models.want([key(1), key(2)], project);
    await settled();
    models.want([key(1), key(2)], project);
    expect(requests).toEqual([{ keys: [key(1), key(2)], project }]);
    expect(models.get(key(2))?.score).toBe('82');
  });

  test('what the page showed last is waited for, and only what it did not show is asked for', async () => {
    const { models, requests, events } = setUp(({ keys }) => ({ badges: keys.map(() => badge(2)), state: 'ready' }));
    void models.open(Promise.resolve([badge(1)]));
    models.want([key(1), key(2)], project);
    expect(requests).toEqual([]);
    await settled();
    expect(events).toEqual(['answer']);
    models.want([key(1), key(2)], project);
    await settled();
    expect(requests).toEqual([{ keys: [key(2)], project }]);
    expect(models.get(key(1))?.score).toBe('82');
  });

  test('what changes while that is on its way is shown and asked for again', async () => {
    const { models, requests } = setUp(() => ({ badges: [badge(1, '90')], state: 'ready' }));
    void models.open(Promise.resolve([badge(1)]));
    models.changed([key(1)], []);
    await settled();
    expect(models.get(key(1))?.score).toBe('82');
    models.want([key(1)], project);
    await settled();
    expect(requests).toHaveLength(1);
    expect(models.get(key(1))?.score).toBe('90');
  });

  test('an issue that the worker does not know stays silent and is not asked for again', async () => {
    const { models, requests, timers } = setUp(() => ({ badges: [], state: 'silent' }));
    models.want([key(1)], project);
    await settled();
    models.want([key(1)], project);
    expect(models.get(key(1))).toBeNull();
    expect(requests).toHaveLength(1);
    expect(timers).toHaveLength(0);
  });

  test('a badge that may no longer be shown goes; of an issue that is only being read nothing is said', async () => {
    let state: 'ready' | 'silent' | 'reading' = 'ready';
    const { models } = setUp(() => ({ badges: state === 'ready' ? [badge(1)] : [], state }));
    expect(models.get(key(1))).toBeUndefined();
    models.want([key(1)], project);
    await settled();
    expect(models.get(key(1))?.score).toBe('82');
    for (const [next, shown] of [['silent', null], ['reading', undefined]] as const) {
      state = next;
      models.changed([], [project]);
      models.want([key(1)], project);
      await settled();
      expect(models.get(key(1))).toBe(shown);
    }
  });

  test('while the worker reads, there is a second try soon, a third after its alarm, and then only broadcasts', async () => {
    const { models, requests, timers } = setUp(() => ({ badges: [], state: 'reading' }));
    const ask = async () => {
      models.want([key(1)], project);
      await settled();
    };
    await ask();
    for (const waits of [[5000], [5000, 40_000]]) {
      expect(timers.map(({ ms }) => ms)).toEqual(waits);
      await ask();
      expect(requests).toHaveLength(waits.length);
      timers.at(-1)!.task();
      await ask();
    }
    expect(timers).toHaveLength(2);
    await ask();
    expect(requests).toHaveLength(3);
    models.changed([], [project]);
    await ask();
    expect(requests).toHaveLength(4);
  });

  test('a change asks again for what it touches, and the old badge stands until the answer', async () => {
    let score = '10';
    const { models, requests } = setUp(({ keys }) => ({ badges: keys.includes(key(1)) ? [badge(1, score)] : [], state: 'ready' }));
    models.want([key(1)], project);
    await settled();
    score = '90';
    models.changed([key(1)], []);
    models.want([key(1)], project);
    expect(models.get(key(1))?.score).toBe('10');
    await settled();
    expect(models.get(key(1))?.score).toBe('90');
    models.changed([key(7)], [githubProjectKey('github.com', 'acme', 'shop2')]);
    models.want([key(1)], project);
    expect(requests).toHaveLength(2);
  });

  test('a change that comes while an answer is on its way is not lost', async () => {
    const { models, requests } = setUp(() => ({ badges: [badge(1)], state: 'ready' }));
    models.want([key(1)], project);
    models.changed([key(1)], []);
    models.want([key(1)], project);
    expect(requests).toHaveLength(1);
    await settled();
    models.want([key(1)], project);
    expect(requests).toHaveLength(2);
  });

  test('an answer that says the same is the same drawing', async () => {
    const { models } = setUp(() => ({ badges: [badge(1)], state: 'ready' }));
    models.want([key(1)], project);
    await settled();
    const drawn = models.get(key(1));
    models.changed([key(1)], []);
    models.want([key(1)], project);
    await settled();
    expect(models.get(key(1))).toBe(drawn);
  });

  test('a question that the back/forward cache swallowed holds up no later one', async () => {
    const { models, requests } = setUp(() => (requests.length === 1 ? new Promise<never>(() => undefined) : { badges: [badge(1)], state: 'ready' }));
    models.want([key(1)], project);
    models.doubt();
    models.want([key(1)], project);
    await settled();
    expect(models.get(key(1))?.score).toBe('82');
  });

  test('a failure is told, keeps what is shown, and is tried once more', async () => {
    let works = true;
    const { models, requests, events, timers } = setUp(() => (works ? { badges: [badge(1)], state: 'ready' as const } : Promise.reject(new Error('no answer'))));
    models.want([key(1)], project);
    await settled();
    works = false;
    models.doubt();
    models.want([key(1)], project);
    await settled();
    expect(events).toEqual(['answer', 'failure']);
    expect(models.get(key(1))?.score).toBe('82');
    works = true;
    timers[0]!.task();
    models.want([key(1)], project);
    await settled();
    expect(requests).toHaveLength(3);
  });
});
