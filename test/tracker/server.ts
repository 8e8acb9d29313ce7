import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { replyTo } from './api/front.ts';
import { certificateFor } from './certificate.ts';
import { controlReply } from './control.ts';
import { DEMO_HOSTS, roleOf } from './hosts.ts';
import { doorOf } from './jira/door.ts';
import { jiraReply } from './jira/front.ts';
import type { World } from './model/world.ts';
import { pageReply } from './pages/front.ts';
import { send, type SentReply } from './send.ts';
import { demoWorld } from './world.ts';

export type { World } from './model/world.ts';

export interface RecordedRequest {
  method: string;
  host: string;
  /** With the query. */
  path: string;
  status: number;
  /** `session`: a browser's cookie for Jira, and no token. */
  authorization: 'none' | 'token' | 'session';
  /** What a write tells of where it comes from. */
  origin: string | null;
  userAgent: string | null;
  ifNoneMatch: boolean;
  at: string;
}

export interface DemoTracker {
  port: number;
  /** Chromium's --host-resolver-rules value that sends every demo host here. */
  resolverRules: string;
  /** The mutable state: repositories, tokens, users, behaviours; Jira's in `world.jira`. */
  world: World;
  requests: RecordedRequest[];
  /** As with the browser's network cable pulled: every connection breaks without an answer, until it is mended. */
  unplug(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A GitHub and three Jiras of our own on a free local port: pages and APIs, told apart by the Host header. */
export async function startTracker(options: { world?: World; port?: number; now?: () => Date; hosts?: string[] } = {}): Promise<DemoTracker> {
  const { now = () => new Date(), world = demoWorld({ now: now() }), hosts = [...DEMO_HOSTS], port = 0 } = options;
  const requests: RecordedRequest[] = [];
  let unplugged = false;
  const server = createServer(await certificateFor(hosts), (request, response) => {
    if (unplugged) response.destroy();
    else void answer(world, requests, now, request, response);
  });
  // Ours to end: a browser keeps its connections open far longer than a test wants to wait.
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo; // a TCP server's address is never a string
  return {
    port: address.port, world, requests,
    resolverRules: hosts.map((host) => `MAP ${host} 127.0.0.1:${address.port}`).join(', '),
    unplug: () => {
      unplugged = true;
      server.closeAllConnections();
    },
    mend: () => {
      unplugged = false;
    },
    close: () => new Promise((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    }),
  };
}

async function answer(world: World, requests: RecordedRequest[], now: () => Date, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', 'https://here');
    const host = request.headers.host ?? 'github.com';
    const body = await readBody(request);
    if (url.pathname === '/__control' || url.pathname === '/__state') return await send(response, controlReply(world, requests, request.method ?? 'GET', url, body, now()), 'GET');
    const reply = replyFor(world, request, { url, host, body, now: now() });
    requests.push({
      method: request.method ?? 'GET', host, path: url.pathname + url.search, status: reply.status, at: now().toISOString(),
      authorization: request.headers.authorization !== undefined ? 'token' : reply.session === true ? 'session' : 'none', ifNoneMatch: request.headers['if-none-match'] !== undefined,
      origin: request.headers.origin ?? null, userAgent: request.headers['user-agent'] ?? null,
    });
    await send(response, reply, request.method ?? 'GET');
  } catch (error) {
    // A mistake of the demo itself must not look like one of GitHub's refusals.
    console.error(error);
    if (!response.headersSent) response.writeHead(599).end(String(error));
    else response.destroy();
  }
}

function replyFor(world: World, request: IncomingMessage, { url, host, body, now }: { url: URL; host: string; body: unknown; now: Date }): SentReply {
  const { headers, method = 'GET' } = request;
  const door = doorOf(world, host, url.pathname);
  if (door) {
    const noCheck = /^no-?check$/i.test(String(headers['x-atlassian-token'] ?? ''));
    const origins = { userAgent: headers['user-agent'], origin: headers.origin, referer: headers.referer, noCheck };
    return jiraReply(world, door, { method, url: new URL(`${url.pathname}${url.search}`, `https://${host}`), body, headers: { ...origins, authorization: headers.authorization, cookie: headers.cookie, contentType: headers['content-type'] }, now });
  }
  const role = roleOf(host, url.pathname);
  if (role.kind !== 'api') return { ...pageReply(world, role, url, now), waitMs: world.behaviours.slowPagesMs };
  const reply = replyTo(world, {
    role, body, method, query: url.searchParams, address: request.socket.remoteAddress ?? '127.0.0.1',
    headers: { authorization: headers.authorization, ifNoneMatch: headers['if-none-match'] },
  }, now);
  return { ...reply, waitMs: world.behaviours.slowMs + (reply.damage === 'slow' ? 1500 : 0), drop: reply.damage === 'drop' };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = '';
  request.setEncoding('utf8');
  for await (const part of request) text += String(part);
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
