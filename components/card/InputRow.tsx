import { useState } from 'react';
import type { Instant } from '../../lib/core/time.ts';
import { PencilIcon } from '../ui/icons.tsx';
import { ageInWords } from '../ui/wording/age.ts';
import { plain } from '../ui/wording/numbers.ts';
import { sourceInWords } from '../ui/wording/source.ts';
import type { ExplanationRow } from './explanation.ts';
import { InputEntry } from './InputEntry.tsx';

interface Props {
  readonly row: ExplanationRow;
  /** Without a score nothing weighs and nothing contributes: then only the inputs are shown. */
  readonly scored: boolean;
  readonly now: Instant;
  onEnter(value: number | null): void;
}

/** One input. Unknown ones ask at once; known ones can be overruled by hand, and what was entered can be cleared. */
export function InputRow({ row, scored, now, onEnter }: Props) {
  const [editing, setEditing] = useState(false);
  const { scale } = row;
  const asks = scale !== null && (editing || row.state === 'unknown');
  return (
    <tr className={row.state === 'unknown' ? 'unknown' : undefined}>
      <th scope="row">
        <span title={row.question === '' ? undefined : row.question}>{row.label}</span>
        {row.note !== '' && <div className="note">{row.note}</div>}
      </th>
      {asks ? (
        <td>
          <InputEntry
            label={row.label} unknown={row.state === 'unknown'} question={row.question} scale={scale} value={row.number} takesFocus={editing}
            onSave={(value) => { setEditing(false); onEnter(value); }}
            onCancel={editing ? () => setEditing(false) : undefined}
          />
        </td>
      ) : (
        <td>
          <div className="known">
            <div>
              {row.value.replaceAll('/', '/\u200B')}
              {row.source !== null && <div className="note">{sourceInWords(row.source)}{row.at !== null && `, ${ageInWords(row.at, now)}`}</div>}
            </div>
            {scale !== null && (
              <span className="source-actions">
                <button type="button" className="button button-quiet button-icon" title={`Enter ${row.label} by hand`} onClick={() => setEditing(true)}><PencilIcon /></button>
                {row.state === 'entered' && <button type="button" className="button button-link" aria-label={`Clear the entered ${row.label}`} onClick={() => onEnter(null)}>Clear</button>}
              </span>
            )}
          </div>
        </td>
      )}
      {scored && <td className="number">{plain(row.weight)}</td>}
      {scored && <td className="number">
        {row.contribution === null ? '–' : row.shown}
        {row.contribution !== null && <div className={`contribution${row.state === 'unknown' ? ' contribution-guess' : ''}${(row.contribution ?? 0) < 0 ? ' contribution-lowers' : ''}`} aria-hidden="true"><span style={{ width: `${row.length * 100}%` }} /></div>}
      </td>}
    </tr>
  );
}
