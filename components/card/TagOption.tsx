import type { LiHTMLAttributes } from 'react';
import type { RoadmapItem } from '../../lib/core/roadmap/roadmap-item.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { HORIZONS } from '../ui/wording/horizons.ts';

export type Option = { readonly kind: 'item'; readonly item: RoadmapItem } | { readonly kind: 'create'; readonly title: string };

interface Props {
  readonly option: Option;
  readonly current: boolean;
  readonly highlighted: boolean;
  /** What downshift needs on the element. */
  readonly props: LiHTMLAttributes<HTMLLIElement>;
}

export function TagOption({ option, current, highlighted, props }: Props) {
  return (
    <li {...props} className={highlighted ? 'option option-highlighted' : 'option'}>
      {option.kind === 'create' ? (
        <span>Create “<strong>{option.title}</strong>” …</span>
      ) : (
        <>
          <span className="option-words">
            <span>{option.item.title} {option.item.title !== option.item.id && <span className="muted small">{option.item.id}</span>}</span>
            {option.item.horizon === null ? <span className="muted small">Known from a label</span> : option.item.outcome !== '' && <span className="muted small option-outcome">{option.item.outcome}</span>}
          </span>
          {current && <span className="row small muted"><CheckIcon /> tagged</span>}
          {option.item.horizon !== null && <span className="horizon">{HORIZONS[option.item.horizon]}</span>}
        </>
      )}
    </li>
  );
}
