import type { ServerResponse } from 'node:http';

export interface SentReply {
  status: number;
  headers: Record<string, string>;
  text: string;
  waitMs?: number;
  /** Break the connection in the middle of the body. */
  drop?: boolean;
  /** It was asked by the session of somebody who is signed in. */
  session?: boolean;
}

export async function send(response: ServerResponse, reply: SentReply, method: string): Promise<void> {
  if (reply.waitMs !== undefined && reply.waitMs > 0) await new Promise((resolve) => setTimeout(resolve, reply.waitMs));
  const body = Buffer.from(reply.text);
  const empty = reply.status === 304 || reply.status === 204;
  response.writeHead(reply.status, { ...reply.headers, ...(empty ? {} : { 'content-length': String(body.length) }) });
  if (reply.drop === true) {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
    return;
  }
  response.end(empty || method === 'HEAD' ? undefined : body);
}
