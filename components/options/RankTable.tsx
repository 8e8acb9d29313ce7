import { useState } from 'react';
import { ordinal } from '../../lib/core/ordinal.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import type { RankChange } from './rank-changes.ts';

const FIRST = 10;

/** The issues in their new order, with where they stood. */
export function RankTable({ changes }: { readonly changes: readonly RankChange[] }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <table className="list">
        <thead><tr><th scope="col">Issue</th><th scope="col" className="number">Score</th><th scope="col" className="number">Place of {changes.length}</th><th scope="col">Moves</th></tr></thead>
        <tbody>
          {(all ? changes : changes.slice(0, FIRST)).map(({ row, won }) => (
            <tr key={row.key}>
              <th scope="row"><ExternalLink className="line-link" to={row.url}>{row.title}</ExternalLink> <span className="muted">{row.reference}</span></th>
              <td className="number">{row.before.text !== row.after.text && <span className="muted">{row.before.text} → </span>}{row.after.text}</td>
              <td className="number">{row.after.place === null ? 'unscored' : ordinal(row.after.place)}</td>
              <td>{moveInWords(won)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > FIRST && <div><button type="button" className="button button-link" onClick={() => setAll(!all)}>{all ? 'Show the first 10' : `Show all ${changes.length}`}</button></div>}
    </>
  );
}

function moveInWords(won: number | null): string {
  if (won === null) return 'cannot be compared';
  if (won === 0) return '–';
  return won > 0 ? `▲ up ${won}` : `▼ down ${-won}`;
}
