import { capitalised } from './capitalised.ts';

/**
 * A permission as its tracker's pages name it; of several in one text, those that are wanted together and those of which one is enough. A scope is its own name.
 *
 * @example permissionWords('EDIT_ISSUES') // → 'Edit issues'
 * @example permissionWords('issues=write; pull_requests=write') // → 'Issues: read and write or Pull requests: read and write'
 */
export function permissionWords(name: string): string {
  if (name.includes('=')) return name.split(';').map((way) => way.split(',').map(grantWords).join(' and ')).join(' or ');
  if (!/^[A-Z]+(?:_[A-Z]+)+$/.test(name)) return name;
  return inWords(name.replace(/_PERMISSION$/, '').toLowerCase());
}

function grantWords(grant: string): string {
  const [what = '', right] = grant.trim().split('=');
  return `${inWords(what)}: ${right === 'write' ? 'read and write' : right}`;
}

const inWords = (name: string): string => capitalised(name.replaceAll('_', ' '));
