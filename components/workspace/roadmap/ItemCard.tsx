import { memo, type DragEvent } from 'react';
import { LinkIcon, MoreIcon, RiskIcon } from '../../ui/icons.tsx';
import { count } from '../../ui/wording/count.ts';
import { carryItem } from './carried-item.ts';
import { ForecastLine } from './ForecastLine.tsx';
import { HealthLine } from './HealthLine.tsx';
import { PRODUCT_RISKS } from './item-draft.ts';
import { FlagsMark } from './FlagsMark.tsx';
import { measureInWords } from './measure-words.ts';
import { Progress } from './Progress.tsx';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';

interface Props {
  readonly entry: RoadmapItemView;
  /** The one card of the board that Tab reaches. */
  readonly reachable: boolean;
  onOpen(id: string): void;
  onMenu(id: string, anchor: HTMLElement): void;
  onDragged(id: string | null): void;
}

/** One item of the board: what it is for, how it goes, what can go wrong. */
export const ItemCard = memo(function ItemCard({ entry, reachable, onOpen, onMenu, onDragged }: Props) {
  const { item, evidence, openRisks } = entry;
  const measure = measureInWords(item);
  const tabIndex = reachable ? 0 : -1;
  function start(event: DragEvent) {
    carryItem(event.dataTransfer, item);
    // After the browser has taken its picture of the card, which then pales.
    requestAnimationFrame(() => onDragged(item.id));
  }
  return (
    // The mouse's way; by keyboard the board moves it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className="item" data-item={item.id} data-dropped={item.dropped === true || undefined} draggable onDragStart={start} onDragEnd={() => onDragged(null)}>
      <div className="item-head">
        <h3><button type="button" className="item-title" tabIndex={tabIndex} onClick={() => onOpen(item.id)}>{item.title}</button></h3>
        <button type="button" className="button button-quiet button-icon" tabIndex={tabIndex} aria-haspopup="menu" title={`Move ${item.title} to …`} onClick={(event) => onMenu(item.id, event.currentTarget)}><MoreIcon /></button>
      </div>
      <p className={measure === null ? 'item-measure muted' : 'item-measure'}>{measure ?? (entry.described ? 'No outcome said yet' : 'Known from its label only')}</p>
      <Progress progress={entry.progress} title={item.title} />
      <HealthLine entry={entry} />
      <div className="item-more"><ForecastLine entry={entry} /></div>
      {openRisks.length > 0 && <p className="item-risks"><RiskIcon /><span>{openRisks.map((risk) => PRODUCT_RISKS[risk]).join(', ')} risk open</span></p>}
      {(item.theme !== undefined || item.owner !== undefined || evidence > 0 || item.dropped === true || entry.flags.length > 0) && (
        <p className="item-foot muted">
          {item.dropped === true && <span className="chip">Dropped</span>}
          {item.theme !== undefined && <span className="chip">{item.theme}</span>}
          <FlagsMark flags={entry.flags} />
          {evidence > 0 && <span className="row" title="Links that it gives"><LinkIcon />{count(evidence, 'link')}</span>}
          {item.owner !== undefined && <span className="push">{item.owner}</span>}
        </p>
      )}
    </li>
  );
});
