import type { ProjectKey } from '../../core/issue.ts';
import type { RoadmapPlace } from '../../core/roadmap/file/place.ts';
import { type Answer, changedShape, fail, orElse, readAnswer, refuse, succeed } from '../exchange.ts';
import type { Credentials, Exchanged, FileRead, Outcome } from '../tracker.ts';
import type { Send } from './client.ts';
import { placeOfProject } from './keyed.ts';
import { fileRow } from './rows.ts';
import { routes } from './routes.ts';

/** One file by GitHub's contents API; unchanged ones cost nothing by their ETag. */
export async function readFile(send: Send, credentials: Credentials, project: ProjectKey, { path, branch }: RoadmapPlace, etag: string | null, signal?: AbortSignal): Promise<Exchanged<FileRead>> {
  const place = placeOfProject(project);
  if (place === null || !isPath(path)) return refuse(changedShape('no file of GitHub'));
  const exchanged = readAnswer<FileRead>(await send(credentials, routes.file(place, path, branch), { etag, signal }), readContent);
  return orElse<FileRead>(exchanged, ['not-found', 'gone'], { state: 'absent' });
}

/** Nothing that would climb out of the repository's own address. */
export function isPath(path: string): boolean {
  return path !== '' && path.length <= 400 && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

function readContent({ status, body, headers }: Answer): Outcome<FileRead> {
  if (status === 304) return succeed({ state: 'unchanged' });
  const etag = headers.get('etag');
  if (Array.isArray(body)) return succeed({ state: 'unreadable', reason: 'It is a folder.', etag });
  const row = fileRow.safeParse(body);
  if (!row.success) return fail(changedShape('an answer that is no file'));
  const { type, sha, size, encoding, content } = row.data;
  if (type !== 'file') return succeed({ state: 'unreadable', reason: `It is a ${type}, not a file.`, etag });
  if (encoding !== 'base64') return succeed({ state: 'unreadable', reason: `It has ${size.toLocaleString('en')} bytes: GitHub shows files of up to a megabyte.`, etag });
  const text = decode(content ?? '');
  return succeed(text === null ? { state: 'unreadable', reason: 'It is not UTF-8 text.', etag } : { state: 'read', text, blob: sha, etag });
}

function decode(content: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(content.replaceAll(/\s/g, '')), (unit) => unit.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
