import type { Instant } from '../../core/time.ts';
import type { Exchanged } from '../tracker.ts';
import { learned } from './put.ts';
import type { JiraSite } from './site.ts';
import { parameterOf } from './walk.ts';

/** So long a key is not asked for again together with others. An issue that was just made may be missing from the search for a while. */
const KEPT = 60 * 60_000;
const MOST = 500;

export function isAbsent({ absent }: JiraSite, key: string, now: Instant): boolean {
  const at = absent[key];
  return at !== undefined && at <= now && now - at < KEPT;
}

/** Cloud refuses a search whole that names an issue which is not there, and quotes it. The others are asked for again without it; `null` where no key was quoted. */
export function absentAmong(site: JiraSite, path: string, message: string, now: Instant): Exchanged<never> | null {
  const asked = new Set((parameterOf(path, 'jql') ?? '').match(/[A-Z][A-Z0-9_]+-\d+/g));
  const quoted = (message.match(/[A-Z][A-Z0-9_]+-\d+/g) ?? []).filter((key) => asked.has(key) && !isAbsent(site, key, now));
  if (quoted.length === 0) return null;
  const known = Object.entries(site.absent).filter(([key]) => isAbsent(site, key, now));
  return learned({ ...site, absent: Object.fromEntries([...known, ...quoted.map((key) => [key, now] as const)].slice(-MOST)) });
}
