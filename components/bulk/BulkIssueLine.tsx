import type { IssueKey } from '../../lib/core/issue.ts';
import type { BulkView, NamedItem } from '../../lib/messaging/messages.ts';
import { ExternalLink } from '../ui/ExternalLink.tsx';
import { Linked } from '../ui/Linked.tsx';
import { STATES } from './bulk-words.ts';

interface Props {
  readonly issue: BulkView['listed'][number];
  readonly item: NamedItem | null;
  onSettle(key: IssueKey, keep: 'theirs' | 'mine'): void;
}

const WORDS = new Map(STATES);

/** One issue that is not tagged as wished: why, and where two wishes meet, the choice between them. */
export function BulkIssueLine({ issue: { key, reference, title, url, state, because, from, theirs }, item, onSettle }: Props) {
  return (
    <li data-state={state}>
      <span className="bulk-words">
        <ExternalLink className="line-link" to={url}><span className="muted">{reference}</span> {title}</ExternalLink>
        <span className="small"><span className="bulk-state">{WORDS.get(state)}</span> <span className="muted">{state === 'left-alone' && because === null && from !== null ? `It has ${from.title}.` : because !== null && <Linked text={because} />}</span></span>
        {state === 'conflict' && theirs !== null && (
          <span className="row row-wrap">
            <button type="button" className="button" onClick={() => onSettle(key, 'theirs')}>Keep {theirs.title}</button>
            <button type="button" className="button" onClick={() => onSettle(key, 'mine')}>{item === null ? 'Take it off' : `Use ${item.title}`}</button>
          </span>
        )}
      </span>
    </li>
  );
}
