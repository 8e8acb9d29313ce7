import { markdownText } from '../../../../lib/core/markdown-text.ts';
import type { RoadmapAim } from '../../../../lib/core/roadmap/roadmap-item.ts';
import type { RoadmapItemView } from '../../../../lib/messaging/messages.ts';
import { count } from '../../../ui/wording/count.ts';
import { columnsOf } from '../columns.ts';
import { expectedDays } from '../expected-days.ts';
import { healthInWord } from '../HealthMark.tsx';
import { PRODUCT_RISKS } from '../item-draft.ts';
import { measureInWords } from '../measure-words.ts';
import { dateInWords } from '../../../../lib/core/date-words.ts';
import { windowInWords } from '../../../../lib/core/roadmap/window-words.ts';

/** The roadmap for a wiki or a message: a heading for each horizon, a list entry for each item with what the board shows of it. */
export function roadmapAsMarkdown({ vision, productGoal }: RoadmapAim, entries: readonly RoadmapItemView[]): string {
  const columns = columnsOf(entries).filter((column) => column.entries.length > 0);
  return [
    '# Roadmap',
    ...(productGoal === '' ? [] : [`**Product Goal:** ${markdownText(productGoal)}`]),
    ...(vision === '' ? [] : [`**Vision:** ${markdownText(vision)}`]),
    ...columns.flatMap(({ name, entries: own }) => [`## ${name}`, own.map(listEntry).join('\n')]),
  ].join('\n\n') + '\n';
}

function listEntry(entry: RoadmapItemView): string {
  const { item, progress, health, openRisks } = entry;
  const days = expectedDays(entry);
  const planned = windowInWords(item.window);
  const facts = [
    measureInWords(item),
    progress.issues.total === 0 ? null : `${progress.issues.done} of ${count(progress.issues.total, progress.partial ? 'known issue' : 'issue')} done`,
    `${health.computed === null ? 'health not known' : healthInWord(health.computed)}${health.declared !== null && (health.disagrees || health.computed === null) ? ` (declared ${healthInWord(health.declared).toLowerCase()})` : ''}`,
    planned === null ? null : `planned ${planned}`,
    days === null ? null : `forecast ${dateInWords(days.p50)} (P50)${days.p85 === null ? '' : `, ${dateInWords(days.p85)} (P85)`}`,
    openRisks.length === 0 ? null : `open risks: ${openRisks.map((risk) => PRODUCT_RISKS[risk].toLowerCase()).join(', ')}`,
    item.owner === undefined ? null : `owner ${item.owner}`,
  ].filter((fact) => fact !== null);
  return `- **${markdownText(item.title)}**${item.dropped === true ? ' (dropped)' : ''}: ${markdownText(facts.join('; '))}`;
}
