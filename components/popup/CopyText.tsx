import { useState } from 'react';
import { CheckIcon } from '../ui/icons.tsx';

interface Props {
  readonly text: string;
  onCopy(text: string): Promise<boolean>;
}

/** The sprint as text for the stand-up. Where the browser does not let us write to its clipboard, the text is there to be taken by hand. */
export function CopyText({ text, onCopy }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  return (
    <>
      <button type="button" className="button button-quiet push" onClick={() => void onCopy(text).then((copied) => setOutcome(copied ? 'copied' : 'refused'))}>{outcome === 'copied' ? <><CheckIcon /> Copied</> : 'Copy for the stand-up'}</button>
      <output className="visually-hidden">{outcome === 'copied' ? 'The text is in the clipboard.' : ''}</output>
      {outcome === 'refused' && <textarea className="input copy-text" readOnly rows={6} aria-label="Text for the stand-up" value={text} onFocus={(event) => event.target.select()} />}
    </>
  );
}
