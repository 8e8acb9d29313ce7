import type { RoadmapItemView } from '../../../../lib/messaging/messages.ts';
import { expectedDays } from '../expected-days.ts';

type Cell = string | number | null | undefined;

const COLUMNS: readonly (readonly [string, (entry: RoadmapItemView) => Cell])[] = [
  ['id', ({ item }) => item.id], ['title', ({ item }) => item.title], ['outcome', ({ item }) => item.outcome],
  ['measure', ({ item }) => item.measure?.name], ['measure from', ({ item }) => item.measure?.from], ['measure to', ({ item }) => item.measure?.to], ['measure by', ({ item }) => item.measure?.by],
  ['horizon', ({ item }) => item.horizon], ['from', ({ item }) => item.window?.from], ['to', ({ item }) => item.window?.to],
  ['theme', ({ item }) => item.theme], ['owner', ({ item }) => item.owner], ['confidence', ({ item }) => item.confidence],
  ['issues done', ({ progress }) => progress.issues.done], ['issues', ({ progress }) => progress.issues.total],
  ['estimate done', ({ progress }) => progress.estimate?.done], ['estimate', ({ progress }) => progress.estimate?.total],
  ['computed health', ({ health }) => health.computed], ['declared health', ({ health }) => health.declared], ['forecast P50', (entry) => expectedDays(entry)?.p50], ['forecast P85', (entry) => expectedDays(entry)?.p85],
  ['open risks', ({ openRisks }) => openRisks.join(' ')], ['dropped', ({ item }) => (item.dropped === true ? 'yes' : '')],
  ['hours done', ({ progress }) => progress.hours?.done], ['hours', ({ progress }) => progress.hours?.total],
];

/** A table (RFC 4180) with a line for each item. A text that a spreadsheet would run as a formula is kept a text. */
export function roadmapAsCsv(entries: readonly RoadmapItemView[]): string {
  const lines = [COLUMNS.map(([name]) => name), ...entries.map((entry) => COLUMNS.map(([, value]) => value(entry)))];
  return lines.map((line) => line.map(cellText).join(',')).join('\r\n') + '\r\n';
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  // https://owasp.org/www-community/attacks/CSV_Injection; where the comma is a decimal's, a spreadsheet begins a new cell at each semicolon, and forgets the quotes.
  const text = cell.replaceAll(/[;\t\r\n](?=[=+\-@＝＋－＠])/g, "$&'").replace(/^(?=[=+\-@＝＋－＠\t\r])/, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
