import type { ReactNode } from 'react';
import { PlusIcon } from '../../ui/icons.tsx';
import { count } from '../../ui/wording/count.ts';
import { choicesOf, NO_FILTER, type RoadmapFilter } from './filter-entries.ts';
import { HEALTHS } from './HealthMark.tsx';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';

export type Look = 'board' | 'timeline';

interface Props {
  readonly entries: readonly RoadmapItemView[];
  readonly shown: number;
  readonly look: Look;
  readonly filter: RoadmapFilter;
  readonly children?: ReactNode;
  onLook(look: Look): void;
  onFilter(filter: RoadmapFilter): void;
  onNew(): void;
}

const ALL_HEALTHS = [...Object.entries(HEALTHS).map(([id, { word }]) => [id, word] as const), ['disagrees', 'Declared otherwise'] as const];
const TRACKERS = [['github', 'GitHub'], ['jira', 'Jira']] as const;

/** How the roadmap is looked at, and what of it. */
export function RoadmapBar({ entries, shown, look, filter, children, onLook, onFilter, onNew }: Props) {
  const filtered = Object.values(filter).some((value) => value !== '');
  const same = (names: readonly string[]) => names.map((name) => [name, name] as const);
  const choice = (member: Exclude<keyof RoadmapFilter, 'text'>, label: string, options: readonly (readonly [string, string])[]) =>
    options.length > 0 && (
      <select className="input pill" aria-label={`Filter by ${label.toLowerCase()}`} data-set={filter[member] !== '' || undefined} value={filter[member]} onChange={(event) => onFilter({ ...filter, [member]: event.target.value })}>
        <option value="">{label}</option>
        {options.map(([value, words]) => <option key={value} value={value}>{words}</option>)}
      </select>
    );
  return (
    <div className="bar-row">
      <fieldset className="segments" aria-label="Look">
        <button type="button" aria-pressed={look === 'board'} onClick={() => onLook('board')}>Board</button>
        <button type="button" aria-pressed={look === 'timeline'} onClick={() => onLook('timeline')}>Timeline</button>
      </fieldset>
      <input type="search" className="input search" aria-label="Search the roadmap" placeholder="Search" value={filter.text} onChange={(event) => onFilter({ ...filter, text: event.target.value })} />
      {choice('theme', 'Theme', same(choicesOf(entries, 'theme')))}
      {choice('owner', 'Owner', same(choicesOf(entries, 'owner')))}
      {choice('health', 'Health', ALL_HEALTHS)}
      {choice('tracker', 'Tracker', TRACKERS)}
      {filtered && <button type="button" className="button button-quiet" onClick={() => onFilter(NO_FILTER)}>Clear</button>}
      {!filtered && <span className="muted small">{count(entries.length, 'item')}</span>}
      <output className="muted small">{filtered ? `${shown.toLocaleString('en')} of ${count(entries.length, 'item')}` : ''}</output>
      <span className="push row">
        {children}
        <button type="button" className="button button-primary" onClick={onNew}><PlusIcon />New item</button>
      </span>
    </div>
  );
}
