/** What the scoring facts and gates call their fields (lib/core/scoring), as plain words; a test holds this list to them. */
export const NATIVE_NAMES: ReadonlySet<string> = new Set([
  'reach', 'rice reach', 'impact', 'rice impact', 'ice impact', 'confidence', 'rice confidence', 'ice confidence', 'effort', 'rice effort', 'relative effort', 'person months', 'ease', 'ice ease',
  'value', 'business value', 'customer value', 'user value', 'user business value', 'user and business value', 'ubv', 'time criticality', 'tc', 'risk reduction', 'opportunity enablement',
  'risk opportunity', 'risk reduction opportunity enablement', 'rr oe', 'rroe', 'job size', 'jobsize', 'job duration', 'cost of delay', 'cod', 'cost of delay per week', 'duration',
  'duration weeks', 'weeks', 'feasibility', 'strategic fit', 'strategy', 'strategic alignment', 'size', 'estimate', 'story points', 'points', 'sp', 't shirt size', 't shirt', 'complexity',
  'severity', 'priority', 'urgency', 'moscow', 'requirement', 'moscow priority', 'target date', 'due date', 'due', 'due on', 'deadline', 'end date',
]);
