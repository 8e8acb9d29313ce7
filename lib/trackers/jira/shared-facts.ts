import type { SharedFacts } from '../../core/issue.ts';
import { sharedFacts, sharedInput } from './rows.ts';

/** The entity property that Waymark keeps its own in. Everybody who may see the issue can read it. */
export const PROPERTY = 'waymark';
/** Jira refuses more. */
export const LARGEST_PROPERTY = 32_768;

/** What the team wrote into the issue; `undefined` where there is nothing of ours. Anybody may write there, so each input is read for itself. */
export function readShared(properties: Readonly<Record<string, unknown>> | null | undefined): SharedFacts | undefined {
  const read = sharedFacts.safeParse(properties?.[PROPERTY]);
  if (!read.success) return undefined;
  const inputs = Object.entries(read.data.inputs ?? {}).flatMap(([id, raw]) => {
    const input = sharedInput.safeParse(raw);
    return input.success ? [[id, input.data] as const] : [];
  });
  return { tag: read.data.tag ?? null, inputs: Object.fromEntries(inputs) };
}
