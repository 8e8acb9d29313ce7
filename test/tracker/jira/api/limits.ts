import type { Answer } from '../../api/answer.ts';
import type { JiraWorld } from '../model/jira.ts';
import type { JiraSite } from '../model/site.ts';
import { issueWritten, refuse } from './refusals.ts';

/** Counts a write of one issue; answers with the refusal when there were too many of late. */
export function countWrite({ behaviours, writes }: JiraWorld, site: JiraSite, id: string, now: number): Answer | undefined {
  const { issueWrites } = behaviours;
  if (!issueWrites) return undefined;
  const key = `${site.host} ${id}`;
  const recent = (writes.get(key) ?? []).filter((at) => at > now - issueWrites.windowMs);
  const [oldest = now] = recent;
  if (recent.length >= issueWrites.limit) return issueWritten(Math.max(1, Math.ceil((oldest + issueWrites.windowMs - now) / 1000)), now);
  writes.set(key, [...recent, now]);
  return undefined;
}

/** Takes a token out of the account's bucket, which fills by the interval. Refuses when it is empty; tells how it stands either way. */
export function drawFromBucket({ behaviours, buckets }: JiraWorld, who: string, now: number): { headers: Record<string, string>; refusal?: Answer } {
  const { bucket } = behaviours;
  if (!bucket) return { headers: {} };
  const known = buckets.get(who) ?? { left: bucket.capacity, at: now };
  const intervals = Math.floor((now - known.at) / (bucket.intervalSeconds * 1000));
  const left = Math.min(bucket.capacity, known.left + intervals * bucket.fillRate);
  const at = known.at + intervals * bucket.intervalSeconds * 1000;
  buckets.set(who, { left: Math.max(0, left - 1), at });
  const headers = {
    'x-ratelimit-limit': String(bucket.capacity), 'x-ratelimit-remaining': String(Math.max(0, left - 1)), 'x-ratelimit-fillrate': String(bucket.fillRate), 'x-ratelimit-interval-seconds': String(bucket.intervalSeconds),
    'retry-after': left > 0 ? '0' : String(Math.max(1, Math.ceil((at + bucket.intervalSeconds * 1000 - now) / 1000))),
  };
  return left > 0 ? { headers } : { headers, refusal: refuse(429, ['Rate limit exceeded.'], {}, headers) };
}
