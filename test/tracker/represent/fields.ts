import type { FieldValues } from '../model/issue.ts';
import { nodeId, type Schemas } from './schemas.ts';

type Row = Schemas['issue-field-value'];

const COLORS: Record<string, string> = { Urgent: 'red', High: 'orange', Medium: 'yellow', Low: 'green' };
const NAMES = ['Urgent', 'High', 'Medium', 'Low'];

export function representFields(fields: FieldValues): Row[] {
  return [
    ...(fields.priority === undefined ? [] : [select(51_001, 'Priority', fields.priority)]),
    ...(fields.effort === undefined ? [] : [select(51_002, 'Effort', fields.effort)]),
    ...(fields.startDate === undefined ? [] : [date(51_003, 'Start date', fields.startDate)]),
    ...(fields.targetDate === undefined ? [] : [date(51_004, 'Target date', fields.targetDate)]),
  ];
}

function select(id: number, name: string, value: string): Row {
  const option = { id: id * 10 + NAMES.indexOf(value), name: value, color: COLORS[value] ?? 'gray' };
  return { issue_field_id: id, issue_field_name: name, node_id: nodeId('IFSS', id), data_type: 'single_select', value, single_select_option: option };
}

const date = (id: number, name: string, value: string): Row => ({ issue_field_id: id, issue_field_name: name, node_id: nodeId('IFD', id), data_type: 'date', value });
