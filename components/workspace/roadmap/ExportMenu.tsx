import { useRef, useState } from 'react';
import type { RoadmapItemView, RoadmapView } from '../../../lib/messaging/messages.ts';
import { onEscape } from '../../ui/on-escape.ts';
import { saveFile } from '../../ui/save-file.ts';
import { boardPicture } from './export/board-picture.ts';
import { roadmapAsCsv } from './export/csv.ts';
import { roadmapAsJson } from './export/json.ts';
import { roadmapAsMarkdown } from './export/markdown.ts';
import { asPng, measuring } from './export/picture.ts';
import { timelinePicture } from './export/timeline-picture.ts';
import type { Look } from './RoadmapBar.tsx';

interface Props {
  readonly view: RoadmapView;
  /** What the filters leave. */
  readonly shown: readonly RoadmapItemView[];
  readonly look: Look;
}

/** What is on the screen, as a file: for a wiki, a spreadsheet, another tool. */
export function ExportMenu({ view, shown, look }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const [problem, setProblem] = useState(false);
  /** Whoever has the focus in it has it at its button then. */
  const close = () => {
    if (details.current === null) return;
    if (details.current.contains(document.activeElement)) details.current.querySelector('summary')?.focus();
    details.current.open = false;
  };
  const save = (ending: string, content: string | Blob, type: string) => {
    saveFile(`roadmap-${view.today}.${ending}`, content, type);
    close();
  };
  async function savePng() {
    try {
      save('png', await asPng(picture()), 'image/png');
      setProblem(false);
    } catch {
      setProblem(true);
    }
  }
  const picture = () => (look === 'board' ? boardPicture(view.aim, shown, measuring()) : timelinePicture(view.aim, shown, view.today, measuring()));
  return (
    // Escape leaves what is open, and so does the focus that goes elsewhere.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <details ref={details} className="export" onKeyDown={(event) => onEscape(close)(event)} onBlur={({ relatedTarget }) => { if (!(relatedTarget instanceof Node && details.current?.contains(relatedTarget))) close(); }}>
      <summary className="button">Export</summary>
      <div className="menu">
        <button type="button" onClick={() => save('md', roadmapAsMarkdown(view.aim, shown), 'text/markdown')}>Markdown</button>
        <button type="button" onClick={() => save('csv', roadmapAsCsv(shown), 'text/csv')}>CSV</button>
        <button type="button" onClick={() => save('json', roadmapAsJson(view, shown), 'application/json')}>JSON</button>
        <button type="button" onClick={() => save('svg', picture(), 'image/svg+xml')}>Picture (SVG)</button>
        <button type="button" onClick={() => void savePng()}>Picture (PNG)</button>
        <button type="button" onClick={() => { close(); print(); }}>Print or PDF …</button>
        {problem && <p role="alert" className="small wrong menu-note">The browser could not draw this picture. Save it as SVG, or filter the roadmap first.</p>}
      </div>
    </details>
  );
}
