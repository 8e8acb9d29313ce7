import { useEffect, useRef, useState } from 'react';
import type { Instant } from '../../lib/core/time.ts';
import type { PendingWrite } from '../../lib/messaging/messages.ts';
import { Said } from './Said.tsx';
import { readSource } from './Source.tsx';

/** Tells who listens that a change has reached the tracker, could not, or waits for a sign-in: others see it in what is on its way. */
export function WritesSaid({ writes }: { readonly writes: readonly PendingWrite[] }) {
  const [words, setWords] = useState('');
  const former = useRef(writes);
  useEffect(() => {
    const news = writesInWords(former.current, writes, Date.now());
    former.current = writes;
    if (news !== null) setWords(news);
  }, [writes]);
  return <Said words={words} />;
}

/**
 * What has become of writes since they were looked at before; `null` while all stand as they stood, `''` where a person did it and was told so: what is gone while it could be undone, or after it had failed, was taken back.
 *
 * `writesInWords([{summary: 'Adds the label roadmap:pay to #12', state: 'sending', undoUntil: null, …}], [], now)` → `Sent: Adds the label roadmap:pay to #12.`
 */
export function writesInWords(before: readonly PendingWrite[], after: readonly PendingWrite[], now: Instant): string | null {
  const held = after.find(({ id, signInTo }) => signInTo !== undefined && before.every((other) => other.id !== id || other.signInTo === undefined));
  if (held) return `Not sent yet: you are signed out of ${held.signInTo}.`;
  const present = new Map(after.map(({ id, state }) => [id, state]));
  const former = new Map(before.map(({ id, state }) => [id, state]));
  if (present.size === former.size && before.every(({ id, state }) => present.get(id) === state)) return null;
  const failed = after.filter(({ id, state }) => state === 'failed' && former.get(id) !== 'failed');
  const sent = before.filter(({ id, state, undoUntil }) => state !== 'failed' && (undoUntil ?? 0) <= now && !present.has(id));
  return [
    ...failed.map(({ summary, failure }) => `Not written: ${[`${summary}.`, failure && readSource(failure).words].filter(Boolean).join(' ')}`),
    ...(sent.length === 0 ? [] : [`Sent: ${sent.map(({ summary }) => summary).join('; ')}.`]),
  ].join(' ');
}
