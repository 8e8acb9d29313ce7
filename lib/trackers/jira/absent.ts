import type { Instant } from '../../core/time.ts';
import type { Exchanged } from '../tracker.ts';
import type { Access } from './client.ts';
import { doubted, learned } from './put.ts';
import type { JiraSite } from './site.ts';
import { parameterOf } from './walk.ts';

/** So long a key is not asked for again together with others. An issue that was just made may be missing from the search for a while. */
const KEPT = 60 * 60_000;
const MOST = 500;
const KEYS = /\b[A-Z][A-Z0-9_]+-\d+\b/g;

export function isAbsent({ absent }: JiraSite, key: string, now: Instant): boolean {
  const at = absent[key];
  return at !== undefined && at <= now && now - at < KEPT;
}

/** Cloud refuses a search whole that names an issue which is not there, and quotes it. The others are asked for again without it; `null` where no key was quoted. */
export function absentAmong(access: Access, path: string, message: string, now: Instant): Exchanged<never> | null {
  const { site } = access;
  const asked = new Set((parameterOf(path, 'jql') ?? '').match(KEYS));
  const quoted = (message.match(KEYS) ?? []).filter((key) => asked.has(key) && !isAbsent(site, key, now));
  if (quoted.length === 0) return null;
  // To a signed-out browser none of them is there.
  const doubt = new Set(quoted).size === asked.size ? doubted(access, now) : null;
  if (doubt) return doubt;
  const known = Object.entries(site.absent).filter(([key]) => isAbsent(site, key, now));
  return learned({ ...site, absent: Object.fromEntries([...known, ...quoted.map((key) => [key, now] as const)].slice(-MOST)) });
}
