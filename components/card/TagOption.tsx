import type { LiHTMLAttributes } from 'react';
import { plannedFor } from '../../lib/core/roadmap/window-words.ts';
import type { RoadmapItem } from '../../lib/core/roadmap/roadmap-item.ts';
import { CheckIcon } from '../ui/icons.tsx';

export type Option = { readonly kind: 'item'; readonly item: RoadmapItem } | { readonly kind: 'create'; readonly title: string };

interface Props {
  readonly option: Option;
  readonly current: boolean;
  readonly highlighted: boolean;
  /** What downshift needs on the element. */
  readonly props: LiHTMLAttributes<HTMLLIElement>;
}

export function TagOption({ option, current, highlighted, props }: Props) {
  const { planned, about } = option.kind === 'item' ? optionWords(option.item) : NOTHING;
  return (
    <li {...props} className={highlighted ? 'option option-highlighted' : 'option'}>
      {option.kind === 'create' ? (
        <span>Create “<strong>{option.title}</strong>” …</span>
      ) : (
        <>
          <span className="option-words">
            <span>{option.item.title} {option.item.title !== option.item.id && <span className="muted small">{option.item.id}</span>}</span>
            {about !== '' && <span className="muted small option-outcome">{about}</span>}
          </span>
          {current && <span className="row small muted"><CheckIcon /> tagged</span>}
          {planned !== null && <span className="horizon">{planned}</span>}
        </>
      )}
    </li>
  );
}

const NOTHING = { planned: null, about: '' };

/** When an item is planned for and what it is for, as its line says it. Of one that is known from a label alone there is its id and nothing else. */
export function optionWords(item: RoadmapItem): { planned: string | null; about: string } {
  const planned = plannedFor(item);
  return { planned, about: item.outcome === '' && planned === null && item.title === item.id ? 'Known from a label' : item.outcome };
}
