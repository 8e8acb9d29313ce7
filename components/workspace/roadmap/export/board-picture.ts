import type { RoadmapAim } from '../../../../lib/core/roadmap/roadmap-item.ts';
import type { RoadmapItemView } from '../../../../lib/messaging/messages.ts';
import { count } from '../../../ui/wording/count.ts';
import { columnsOf } from '../columns.ts';
import { healthInWord } from '../HealthMark.tsx';
import { measureInWords } from '../measure-words.ts';
import { AT_ONCE } from '../at-once.ts';
import { headOfPicture } from './head-of-picture.ts';
import { HEALTH_FILLS, INKS, line, rect, svg, wrap, type Measure } from './svg.ts';

const COLUMN = 300;
const GAP = 16;
const PAD = 12;
const LINE = 18;

/** The board as a picture: what the filters leave, as much of a column as it shows at first. */
export function boardPicture(aim: RoadmapAim, entries: readonly RoadmapItemView[], measure: Measure): string {
  const columns = columnsOf(entries);
  const width = columns.length * (COLUMN + GAP) + GAP;
  const head = headOfPicture(aim, width, measure);
  const drawn = columns.map(({ name, entries: own }, at) => {
    const x = GAP + at * (COLUMN + GAP);
    let y = head.height + 40;
    const cards = own.slice(0, AT_ONCE).map((entry) => {
      const card = cardPicture(entry, x + 8, y, measure);
      y += card.height + 8;
      return card.part;
    });
    if (own.length > AT_ONCE) {
      cards.push(line(x + PAD, y + 10, `and ${own.length - AT_ONCE} more`, INKS.muted));
      y += 28;
    }
    return { x, y, parts: [line(x + PAD, head.height + 20, `${name}  ${own.length}`, INKS.title), ...cards] };
  });
  const bottom = Math.max(...drawn.map(({ y }) => y), head.height + 80);
  return svg(width, bottom + GAP, `Roadmap by horizon, ${count(entries.length, 'item')}`, [head.part, ...drawn.flatMap(({ x, parts }) => [rect(x, head.height, COLUMN, bottom - head.height, '#f6f8fa', { round: 10 }), ...parts])]);
}

function cardPicture(entry: RoadmapItemView, x: number, y: number, measure: Measure): { part: string; height: number } {
  const { item, progress, health } = entry;
  const width = COLUMN - 16;
  const inner = width - 2 * PAD;
  const { done, total } = progress.issues;
  const rows = [
    ...wrap(item.title, inner, INKS.title, measure, 2).map((words) => ({ words, ink: INKS.title })),
    ...wrap(measureInWords(item) ?? 'No outcome said yet', inner, INKS.body, measure, 3).map((words) => ({ words, ink: INKS.body })),
  ];
  const facts = wrap([health.computed === null ? 'Health not known' : healthInWord(health.computed), ...(health.declared !== null && (health.disagrees || health.computed === null) ? [`said to be ${healthInWord(health.declared).toLowerCase()}`] : []), ...(total === 0 ? [] : [`${done} of ${count(total, progress.partial ? 'known issue' : 'issue')}`]), ...(item.dropped === true ? ['dropped'] : [])].join(' · '), inner, INKS.muted, measure, 2);
  const bar = y + PAD + rows.length * LINE + 4;
  const height = rows.length * LINE + 2 * PAD + 16 + facts.length * LINE;
  return {
    height,
    part: [
      rect(x, y, width, height, '#ffffff', { round: 8, stroke: '#d1d9e0' }),
      ...rows.map(({ words, ink }, at) => line(x + PAD, y + PAD + at * LINE + 8, words, ink)),
      rect(x + PAD, bar, inner, 6, '#eaeef2', { round: 3 }), ...(done > 0 ? [rect(x + PAD, bar, (inner * done) / total, 6, '#2a9d8a', { round: 3 })] : []),
      ...facts.map((words, at) => line(x + PAD, bar + 20 + at * LINE, words, { ...INKS.muted, weight: 600, fill: HEALTH_FILLS[health.computed ?? 'inactive'] })),
    ].join(''),
  };
}
