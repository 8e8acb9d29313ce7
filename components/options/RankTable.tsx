import { useState } from 'react';
import { ordinal } from '../../lib/core/ordinal.ts';
import type { ModelPreview } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';

const FIRST = 10;

/** The first issues of the new order, with where they stood. */
export function RankTable({ changes: { first, ranked } }: { readonly changes: ModelPreview }) {
  const [all, setAll] = useState(false);
  return (
    <>
      <table className="list">
        <thead><tr><th scope="col">Issue</th><th scope="col" className="number">Score</th><th scope="col" className="number">Place of {ranked.toLocaleString('en')}</th><th scope="col">Moves</th></tr></thead>
        <tbody>
          {(all ? first : first.slice(0, FIRST)).map(({ key, reference, title, url, before, after, place, won }) => (
            <tr key={key}>
              <th scope="row"><ExternalLink className="line-link" to={url}>{title}</ExternalLink> <span className="muted">{reference}</span></th>
              <td className="number">{before !== after && <span className="muted">{before} → </span>}{after}</td>
              <td className="number">{place === null ? 'unscored' : ordinal(place)}</td>
              <td>{moveInWords(won)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {first.length > FIRST && <div><button type="button" className="button button-link" onClick={() => setAll(!all)}>{all ? 'Show the first 10' : `Show ${first.length < ranked ? 'the first' : 'all'} ${first.length}`}</button></div>}
    </>
  );
}

function moveInWords(won: number | null): string {
  if (won === null) return 'cannot be compared';
  if (won === 0) return '–';
  return won > 0 ? `▲ up ${won}` : `▼ down ${-won}`;
}
