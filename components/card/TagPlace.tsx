import type { ReactNode } from 'react';
import { withoutHost } from '../../lib/core/keys.ts';
import type { Tag } from '../../lib/core/roadmap/roadmap-item.ts';

/** Where a tag stands, or whose it is. `children`: what can be done about that. */
export function TagPlace({ tag, children }: { readonly tag: Tag; readonly children?: ReactNode }) {
  return (
    <p className="muted small">
      {place(tag)}
      {tag.former !== undefined && `, its former id${tag.via === 'label' ? '' : ` ${tag.former}`}`}
      {tag.pending && ' · waiting to be sent'}
      {children}
    </p>
  );
}

function place({ via, item, former, from }: Tag) {
  switch (via) {
    case 'label': return <>Label <span className="code">roadmap:{former ?? item}</span></>;
    case 'shared': return 'Shared with the team, in the issue itself';
    case 'local': return 'Kept in this browser';
    case 'parent': return <>From its parent{from && <>, <span className="code">{withoutHost(from)}</span></>}; tag it to override</>;
    case 'rule': return 'By one of the item’s rules; tag it to override';
  }
}
