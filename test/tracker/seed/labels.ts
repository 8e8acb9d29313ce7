import type { Label } from '../model/repository.ts';

export const AREAS = ['checkout', 'cart', 'search', 'catalogue', 'payments', 'accounts', 'shipping', 'admin', 'mobile', 'emails'] as const;
export type Area = (typeof AREAS)[number];

const LABELS: readonly (readonly [name: string, color: string, description: string | null, isDefault?: true])[] = [
  ['bug', 'd73a4a', "Something isn't working", true],
  ['enhancement', 'a2eeef', 'New feature or request', true],
  ['documentation', '0075ca', 'Improvements or additions to documentation', true],
  ['duplicate', 'cfd3d7', 'This issue or pull request already exists', true],
  ['good first issue', '7057ff', 'Good for newcomers', true],
  ['help wanted', '008672', 'Extra attention is needed', true],
  ['question', 'd876e3', 'Further information is requested', true],
  ['wontfix', 'ffffff', 'This will not be worked on', true],
  ['priority: critical', 'b60205', 'Drop everything'],
  ['priority: high', 'd93f0b', 'This sprint'],
  ['priority: medium', 'fbca04', 'Soon'],
  ['priority: low', 'c2e0c6', 'When there is room'],
  ['severity: blocker', '8b0000', 'Customers cannot buy'],
  ['severity: major', 'e99695', 'Customers lose something'],
  ['severity: minor', 'f9d0c4', 'Customers are annoyed'],
  ['size/XS', 'ededed', 'Hours'],
  ['size/S', 'ededed', 'About a day'],
  ['size/M', 'ededed', 'Two or three days'],
  ['size/L', 'ededed', 'About a week'],
  ['size/XL', 'ededed', 'More than a week: split it'],
  ['roadmap:faster-checkout', '5319e7', 'Roadmap: faster checkout'],
  ['roadmap:marketplace', '5319e7', 'Roadmap: marketplace'],
  ['roadmap:mobile-app', '5319e7', 'Roadmap: mobile app'],
  ['blocked', '000000', 'Waits for something outside the team'],
  ['in progress', '0e8a16', 'Somebody is on it'],
  ['regression', 'b60205', 'It worked before'],
  ['accessibility', '1d76db', null],
  ['performance', 'fef2c0', null],
  ['security', 'ee0701', null],
  ['dependencies', '0366d6', 'Pull requests that update a dependency file'],
];

export function seedLabels(firstId: number): Map<string, Label> {
  const rows = [...LABELS, ...AREAS.map((area) => [`area: ${area}`, 'bfd4f2', `Everything about ${area}`] as const)];
  return new Map(
    rows.map(([name, color, description, isDefault], index) => [
      name.toLowerCase(),
      { id: firstId + index, name, color, description, isDefault: isDefault === true },
    ]),
  );
}
