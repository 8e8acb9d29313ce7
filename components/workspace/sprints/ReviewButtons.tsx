import { useState } from 'react';
import type { SprintKey } from '../../../lib/core/issue.ts';
import { problemOf } from '../../ui/problem-of.ts';
import { saveFile } from '../../ui/save-file.ts';
import { reviewName } from './review-name.ts';

interface Props {
  readonly title: string;
  readonly sprint: SprintKey;
  onReview(sprint: SprintKey): Promise<string>;
}

/** The sprint as Markdown for its review: one click puts it on the clipboard or into a file. */
export function ReviewButtons({ title, sprint, onReview }: Props) {
  const [said, setSaid] = useState('');
  async function take(use: (markdown: string) => Promise<void> | void, done: string) {
    try {
      await use(await onReview(sprint));
      setSaid(done);
    } catch (error) {
      setSaid(error instanceof DOMException ? 'The browser does not let Waymark use the clipboard.' : problemOf(error).sentence);
    }
  }
  return (
    <>
      <output className="muted small">{said}</output>
      <button type="button" className="button" aria-label={`Copy review of ${title}`} onClick={() => void take((markdown) => navigator.clipboard.writeText(markdown), 'Copied.')}>Copy review</button>
      <button type="button" className="button button-quiet" aria-label={`Download review of ${title}`} onClick={() => void take((markdown) => saveFile(reviewName(title), markdown, 'text/markdown'), 'Saved.')}>Download</button>
    </>
  );
}
