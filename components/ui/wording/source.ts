import type { FactSource } from '../../../lib/core/fact.ts';

/** Where a fact comes from, for people: `label priority:high`, `field Effort`, `entered by you` */
export function sourceInWords(source: FactSource): string {
  switch (source.kind) {
    case 'field': return `field ${source.name}`;
    case 'label': return `label ${source.name}`;
    case 'entered': return `entered by ${source.by}`;
    case 'roadmap': return `roadmap item ${source.item}`;
    case 'derived': return `from ${source.from}`;
  }
}
