import { useState } from 'react';
import { request } from '../../../lib/messaging/client.ts';
import type { BulkView, NamedItem } from '../../../lib/messaging/messages.ts';
import { progressInWords } from '../../bulk/bulk-words.ts';
import { useNow } from '../../ui/useNow.ts';
import { useReading } from '../../ui/useReading.ts';
import { TaggingSheet } from './TaggingSheet.tsx';

const read = () => request('bulks', null);
const DAY = 24 * 60 * 60_000;

/** The way to tag many issues at once, and how the latest such tagging goes: it shows again whenever the page opens. */
export function Tagging({ items }: { readonly items: readonly NamedItem[] }) {
  const { answer } = useReading(read);
  const [opened, setOpened] = useState<{ readonly shown: string | null } | null>(null);
  const now = useNow();
  const latest = (answer?.value ?? []).filter((bulk) => isMoving(bulk) || needsSomebody(bulk) || now - bulk.createdAt < DAY).toSorted((a, b) => Number(isMoving(b)) - Number(isMoving(a)))[0];
  return (
    <section className="tagging" aria-label="Tagging">
      <button type="button" className="button" onClick={() => setOpened({ shown: null })}>Tag issues …</button>
      {latest !== undefined && (
        <p className="tagging-latest small" data-needs={needsSomebody(latest) || undefined}>
          {isMoving(latest) && <progress className="bar" aria-label="Tagging" value={latest.total - latest.counts.waiting} max={Math.max(1, latest.total)} />}
          <span>{progressInWords(latest)}.</span>
          <button type="button" className="button button-link" onClick={() => setOpened({ shown: latest.id })}>Show</button>
        </p>
      )}
      {opened !== null && <TaggingSheet items={items} shown={opened.shown} onClose={() => setOpened(null)} />}
    </section>
  );
}

function isMoving({ state }: BulkView): boolean {
  return state === 'running' || state === 'undoing';
}

function needsSomebody({ counts }: BulkView): boolean {
  return counts.conflict + counts.failed > 0;
}
