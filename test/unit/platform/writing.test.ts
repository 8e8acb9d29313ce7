import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';

// What only a browser has: its rules and its tabs. The request itself is a real one.
const net = { getSessionRules: vi.fn<() => Promise<unknown[]>>(), updateSessionRules: vi.fn<(change: { addRules: unknown[] }) => Promise<void>>() };
let takenAway = false;
const tabs = { query: vi.fn<() => Promise<unknown[]>>(), sendMessage: vi.fn<(id: number, message: unknown) => Promise<unknown>>() };
vi.mock('webextension-polyfill', () => ({ default: { declarativeNetRequest: net, tabs, permissions: { contains: async () => !takenAway }, runtime: { getURL: () => 'chrome-extension://waymark/' } } }));
const { writeSender } = await import('../../../lib/platform/writing.ts');
const { readBody } = await import('../../../lib/trackers/read-body.ts');

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function site(answer: (url: string) => { status: number; location?: string }): Promise<{ origin: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim());
    const { status, location } = answer(request.url ?? '');
    response.writeHead(status, location === undefined ? {} : { location }).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }; // listening on a port
}

const write = (origin: string, session: boolean) => ({ method: 'PUT', url: `${origin}/rest/api/2/issue/SHOP-1`, headers: { authorization: 'Bearer s3cret', 'x-atlassian-token': 'no-check' }, body: '{"update":{}}', session }) as const;
const send = writeSender(readBody);

it.each([307, 308, 302])('a write that its site leads elsewhere with %i is made nowhere else', async (status) => {
  net.getSessionRules.mockResolvedValue([]);
  net.updateSessionRules.mockResolvedValue();
  const victim = await site(() => ({ status: 204 }));
  const hostile = await site(() => ({ status, location: `${victim.origin}/rest/api/3/issue/SECRET-1` }));
  for (const session of [true, false]) expect(await send('worker', write(hostile.origin, session))).toMatchObject({ status: 302, body: '' });
  expect(hostile.asked).toHaveLength(2);
  expect(victim.asked).toEqual([]);
});

it('nothing is written to a site that was taken away, not by the worker either', async () => {
  net.getSessionRules.mockResolvedValue([]);
  net.updateSessionRules.mockResolvedValue();
  const barred = await site(() => ({ status: 204 }));
  takenAway = true;
  await expect(send('worker', write(barred.origin, false))).rejects.toThrow('does not let us');
  takenAway = false;
  expect(barred.asked).toEqual([]);
});

it('the rule that hides the browser’s name is for our own writes to that one host', async () => {
  net.getSessionRules.mockResolvedValue([]);
  net.updateSessionRules.mockClear().mockResolvedValue();
  const plain = await site(() => ({ status: 204 }));
  expect(await send('worker', write(plain.origin, true))).toMatchObject({ status: 204 });
  expect(net.updateSessionRules.mock.calls[0]?.[0]).toMatchObject({ addRules: [{ condition: { requestDomains: ['127.0.0.1'], initiatorDomains: ['waymark'], resourceTypes: ['xmlhttprequest'], requestMethods: ['post', 'put', 'delete'] } }] });
});

it('a page whose site never answers it is waited for no longer than the request may take', async () => {
  tabs.query.mockResolvedValue([{ id: 1 }]);
  tabs.sendMessage.mockReturnValue(new Promise(() => undefined));
  await expect(send('tab', write('https://jira.evil.example', true), AbortSignal.timeout(50))).rejects.toThrow('no answer in time');
});

it('what nobody waits for any more is not given to a page, and ends at once', async () => {
  tabs.query.mockResolvedValue([{ id: 1 }]);
  tabs.sendMessage.mockClear();
  await expect(send('tab', write('https://jira.evil.example', true), AbortSignal.abort())).rejects.toThrow('no answer in time');
  expect(tabs.sendMessage).not.toHaveBeenCalled();
});

it('a token never comes near a page', async () => {
  tabs.query.mockClear();
  expect(await send('tab', write('https://jira.evil.example', false))).toBeNull();
  expect(tabs.query).not.toHaveBeenCalled();
});

it('a page where somebody else is signed in, as in another container, is given nothing; one that cannot say who it is, neither', async () => {
  tabs.query.mockResolvedValue([{ id: 1 }, { id: 2 }, { id: 3 }]);
  const persons: Record<number, string> = { 1: 'ben', 3: 'maya' };
  tabs.sendMessage.mockReset().mockImplementation(async (id, message) => ((message as { method: string }).method === 'GET' ? (persons[id] === undefined ? null : { status: 200, body: persons[id] }) : { status: 204, body: '' }));
  const same = { url: 'https://jira.evil.example/rest/api/3/myself', isSame: (body: string) => body === 'maya' };
  expect(await send('tab', { ...write('https://jira.evil.example', true), same })).toMatchObject({ status: 204 });
  expect(tabs.sendMessage.mock.calls.map(([id, message]) => `${(message as { method: string }).method} ${id}`)).toEqual(['GET 1', 'GET 2', 'GET 3', 'PUT 3']);
  expect(tabs.sendMessage.mock.calls[0]?.[1]).toEqual({ waymark: 'send', method: 'GET', url: same.url, headers: { accept: 'application/json' }, body: null });
  tabs.query.mockResolvedValue([{ id: 1 }]);
  expect(await send('tab', { ...write('https://jira.evil.example', true), same })).toBeNull();
});
