import { useRef, useState } from 'react';
import type { Problem } from '../../lib/messaging/messages.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { ProblemNote } from '../ui/ProblemNote.tsx';
import { Said } from '../ui/Said.tsx';
import { bytesInWords } from '../ui/wording/bytes.ts';
import type { ImportAnswer, OptionsEvents } from './options-events.ts';

type Step =
  | { readonly kind: 'choose' }
  /** A large file takes seconds, in which nothing else may be asked of it. */
  | { readonly kind: 'busy'; readonly words: string }
  /** `refused`: what stood in the way of applying it. */
  | { readonly kind: 'checked'; readonly json: string; readonly answer: ImportAnswer; readonly refused?: Problem }
  | { readonly kind: 'done'; readonly answer: ImportAnswer };

/** As an export of everything never is, and as much as a message to the worker can hold even where each character is written as two. Bytes. */
const LARGEST = 30_000_000;

/** A file is checked and described first; nothing changes before Apply. */
export function ImportData({ onImport }: Pick<OptionsEvents, 'onImport'>) {
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const file = useRef<HTMLInputElement>(null);
  async function check(chosen: File | undefined) {
    if (chosen === undefined) return;
    setStep({ kind: 'busy', words: `Reading ${chosen.name} …` });
    const json = chosen.size > LARGEST ? '' : await chosen.text().catch(() => ''); // gone meanwhile: then it is no JSON
    setStep({ kind: 'checked', json, answer: chosen.size > LARGEST ? tooLarge(chosen.size) : await onImport(json, false) });
    if (file.current !== null) file.current.value = '';
  }
  async function apply({ json, answer: described }: Extract<Step, { kind: 'checked' }>) {
    setStep({ kind: 'busy', words: 'Importing … Nothing is changed until all of it is.' });
    const answer = await onImport(json, true);
    // The file is as good as before: it can be applied once nothing stands in the way.
    setStep(answer.ok ? { kind: 'done', answer } : { kind: 'checked', json, answer: described, refused: answer.problem });
  }
  return (
    <div className="stack">
      <div className="data-row">
        <div><h3>Import</h3><p className="muted">An export of Waymark, or a roadmap in SierraSoftworks’ format (YAML or JSON). It is checked first; nothing changes before you apply it.</p></div>
        <label className="button file-button">Choose a file<input ref={file} type="file" accept="application/json,.json,.yml,.yaml" className="visually-hidden" aria-disabled={step.kind === 'busy'} onClick={(event) => { if (step.kind === 'busy') event.preventDefault(); }} onChange={(event) => void check(event.target.files?.[0])} /></label>
      </div>
      {step.kind === 'busy' && <p className="muted">{step.words}</p>}
      {'answer' in step && !step.answer.ok && <ProblemNote problem={step.answer.problem} tone="late" />}
      {step.kind === 'checked' && step.refused !== undefined && <ProblemNote problem={step.refused} tone="late" />}
      {step.kind === 'checked' && step.answer.ok && (
        <div className="problem import-summary">
          <CheckIcon /><span>{step.answer.summary} <span className="muted">{LAID_OVER}</span></span>
          <span className="problem-actions row">
            <button type="button" className="button button-primary" onClick={() => void apply(step)}>Apply</button>
            <button type="button" className="button" onClick={() => setStep({ kind: 'choose' })}>Cancel</button>
          </span>
        </div>
      )}
      {step.kind === 'done' && step.answer.ok && <p className="row"><CheckIcon /> {step.answer.summary}</p>}
      <Said words={wordsOf(step)} />
    </div>
  );
}

const LAID_OVER = 'It is laid over what is here.';

/** What went wrong is told by its note. */
function wordsOf(step: Step): string {
  if (step.kind === 'busy') return step.words;
  if (step.kind === 'choose' || !step.answer.ok) return '';
  return step.kind === 'done' ? step.answer.summary : `${step.answer.summary} ${LAID_OVER}`;
}

function tooLarge(size: number): ImportAnswer {
  return { ok: false, problem: { kind: 'invalid-import', sentence: `This file has ${bytesInWords(size)}, more than an export or a roadmap ever has.`, action: 'Nothing was changed. Choose another file.' } };
}
