/** Spoils the first rows of a list of issues, boards or sprints, each in another way: a missing part, a null, a wrong type. */
export function damageIssues(body: unknown, count: number): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, (name === 'issues' || name === 'values') && Array.isArray(value) ? value.map((row: unknown, index) => (index < count ? damageRow(row, index) : row)) : value]));
}

function damageRow(row: unknown, index: number): unknown {
  if (typeof row !== 'object' || row === null) return row;
  const { fields: _lost, id: _id, ...bare } = { fields: null, id: null, ...row };
  const fields = 'fields' in row && typeof row.fields === 'object' && row.fields !== null ? row.fields : {};
  return [bare, { ...row, fields: { ...fields, summary: null, status: null } }, { ...row, key: 12, id: {} }, { ...row, fields: { ...fields, updated: 'yesterday', labels: null } }, { ...row, fields: [] }, null][index % 6];
}
