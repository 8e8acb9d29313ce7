import { describe, expect, test, vi } from 'vitest';

vi.mock('../../../lib/overlay/theme.css?inline', () => ({ default: '' }));
const { readScheme } = await import('../../../lib/overlay/theme.ts');

const root = (attributes: Record<string, string>) => ({ getAttribute: (name: string) => attributes[name] ?? null });
const jira = 'dark:dark light:light spacing:spacing typography:typography';
const standard = { 'data-light-theme': 'light', 'data-dark-theme': 'dark' };

describe('the page’s theme', () => {
  test.each([
    ['light whatever the system says', { ...standard, 'data-color-mode': 'light' }, true, 'light'],
    ['dark whatever the system says', { ...standard, 'data-color-mode': 'dark' }, false, 'dark'],
    ['auto follows a dark system', { ...standard, 'data-color-mode': 'auto' }, true, 'dark'],
    ['auto follows a light system', { ...standard, 'data-color-mode': 'auto' }, false, 'light'],
    ['a dark theme chosen for the day', { 'data-color-mode': 'light', 'data-light-theme': 'dark_dimmed', 'data-dark-theme': 'dark' }, false, 'dark'],
    ['a light theme chosen for the night', { 'data-color-mode': 'dark', 'data-light-theme': 'light', 'data-dark-theme': 'light_high_contrast' }, true, 'light'],
    ['an old Enterprise Server without themes is light', {}, true, 'light'],
    ['Jira, light whatever the system says', { 'data-color-mode': 'light', 'data-theme': jira }, true, 'light'],
    ['Jira, dark whatever the system says', { 'data-color-mode': 'dark', 'data-theme': jira }, false, 'dark'],
    ['Jira, a dark theme chosen for the day', { 'data-color-mode': 'light', 'data-theme': 'dark:dark light:dark spacing:spacing' }, false, 'dark'],
    ['a Data Center in its original look', { 'data-color-mode': 'light', 'data-theme': 'dark:dark light:original' }, true, 'light'],
    ['a Data Center before 10 says nothing', {}, true, 'light'],
  ] as const)('%s', (_, attributes, systemIsDark, expected) => {
    expect(readScheme(root(attributes), systemIsDark)).toBe(expected);
  });
});
