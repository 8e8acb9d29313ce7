import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Asked, Given } from '../unit/trackers/jira/fake-site.ts';

/** Jira data that others recorded, and a site that answers with it as Jira would. */
export const CORPUS = new URL('../../../shared/corpus/api/jira/', import.meta.url);
export const absent = !existsSync(CORPUS);

export interface Raw { [member: string]: any } // oxlint-disable-line typescript/no-explicit-any -- raw JSON, read independently of the client

export function readJson(file: string): any { // oxlint-disable-line typescript/no-explicit-any -- as above
  return JSON.parse(readFileSync(new URL(file, CORPUS), 'utf8'));
}

export function readLines(file: string): Raw[] {
  return gunzipSync(readFileSync(new URL(file, CORPUS))).toString('utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Raw);
}

/** The search of both flavours over recorded rows: by project, by time, by key, a page at a time. Without `expand` the changelog stays at home. */
export function searching(rows: readonly Raw[]): (asked: Asked) => Given {
  return ({ path, query }) => {
    const jql = query.get('jql') ?? '';
    const [, project] = /project = "(\w+)"/.exec(jql) ?? [];
    const since = Number(/updated >= (\d+)/.exec(jql)?.[1] ?? 0);
    const keys = /key in \(([^)]*)\)/.exec(jql)?.[1]?.split(', ');
    const changedAt = ({ fields }: Raw): number => Date.parse(fields.updated);
    const found = rows
      .filter((row) => (project === undefined || row['key'].startsWith(`${project}-`)) && changedAt(row) >= since && (keys?.includes(row['key']) ?? true))
      .toSorted((a, b) => changedAt(a) - changedAt(b) || a['id'] - b['id'])
      .map((row) => (query.get('expand') === 'changelog' ? row : { ...row, changelog: undefined }));
    const size = Math.min(100, Number(query.get('maxResults')));
    const startAt = Number(path.includes('/3/') ? (query.get('nextPageToken') ?? 0) : query.get('startAt'));
    const issues = found.slice(startAt, startAt + size);
    if (!path.includes('/3/')) return { body: { startAt, maxResults: size, total: found.length, issues } };
    return { body: { issues, ...(startAt + size < found.length && { nextPageToken: String(startAt + size) }) } };
  };
}
