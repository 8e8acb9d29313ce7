import type { IssueFilter } from '../../../lib/core/roadmap/issue-filter.ts';
import type { FoundIssues } from '../../../lib/messaging/messages.ts';

interface Props {
  readonly filter: IssueFilter;
  /** `null` before the first answer. */
  readonly choices: FoundIssues['choices'] | null;
  onFilter(filter: IssueFilter): void;
}

/** What issues are found by: over all sites, or one project of them. */
export function IssueFilters({ filter, choices, onFilter }: Props) {
  const pick = <M extends 'project' | 'label' | 'sprint' | 'parent'>(member: M, label: string, options: readonly { readonly value: NonNullable<IssueFilter[M]>; readonly words: string }[]) => (
    <select className="input pill" aria-label={label} data-set={filter[member] !== null || undefined} value={filter[member] ?? ''} onChange={({ target: { value } }) => onFilter({ ...filter, [member]: options.find((option) => option.value === value)?.value ?? null })}>
      <option value="">{label}</option>
      {options.map(({ value, words }) => <option key={value} value={value}>{words}</option>)}
    </select>
  );
  const { projects = [], labels = [], sprints = [], parents = [] } = choices ?? {};
  return (
    <div className="row row-wrap">
      <input type="search" className="input search" aria-label="Search issues" placeholder="Search title, number, label" value={filter.text} onChange={(event) => onFilter({ ...filter, text: event.target.value })} />
      {pick('project', 'Project', projects.map(({ key, name }) => ({ value: key, words: name })))}
      {pick('label', 'Label', labels.map((label) => ({ value: label, words: label })))}
      {pick('sprint', 'Milestone or sprint', sprints.map(({ key, title }) => ({ value: key, words: title })))}
      {pick('parent', 'Epic or parent', parents.map(({ key, title }) => ({ value: key, words: title })))}
      <label className="bulk-all"><input type="checkbox" checked={filter.untagged} onChange={(event) => onFilter({ ...filter, untagged: event.target.checked })} /> Without an item</label>
      <label className="bulk-all"><input type="checkbox" checked={filter.closed} onChange={(event) => onFilter({ ...filter, closed: event.target.checked })} /> Done ones too</label>
    </div>
  );
}
