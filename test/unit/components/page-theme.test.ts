import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../lib/overlay/theme.css?inline', () => ({ default: '' }));
const { pageTheme, wantsContrast } = await import('../../../components/card/page-theme.ts');

function pageWith({ mode, day = 'light', night = 'dark' }: { mode?: string; day?: string; night?: string }): Document {
  const attributes: Record<string, string> = mode === undefined ? {} : { 'data-color-mode': mode, 'data-light-theme': day, 'data-dark-theme': night };
  const dataset = mode === undefined ? {} : { colorMode: mode, lightTheme: day, darkTheme: night };
  return { documentElement: { dataset, getAttribute: (name: string) => attributes[name] ?? null } } as unknown as Document; // all that is read
}

describe('the theme that the card has', () => {
  it.each([
    ['light whatever the system says', { mode: 'light' }, 'light'],
    ['dark whatever the system says', { mode: 'dark' }, 'dark'],
    ['as the system has it', { mode: 'auto' }, null],
    ['a dark theme chosen for the day', { mode: 'light', day: 'dark_dimmed' }, 'dark'],
    ['a light theme chosen for the night', { mode: 'dark', night: 'light_high_contrast' }, 'light'],
    ['a dark theme for day and night', { mode: 'auto', day: 'dark_dimmed' }, 'dark'],
    ['a page that says nothing is light', {}, 'light'],
  ] as const)('%s', (_, said, theme) => expect(pageTheme(pageWith(said))).toBe(theme));

  it.each([
    ['a theme for more contrast', { mode: 'light', day: 'light_high_contrast' }, false, true],
    ['another theme than the one in use', { mode: 'light', night: 'dark_high_contrast' }, true, false],
    ['the theme of the night, which it is', { mode: 'auto', night: 'dark_high_contrast' }, true, true],
    ['the theme of the night by day', { mode: 'auto', night: 'dark_high_contrast' }, false, false],
    ['a page that says nothing', {}, true, false],
  ] as const)('has more contrast by %s: %o, %s', (_, said, systemIsDark, wanted) => {
    vi.stubGlobal('matchMedia', () => ({ matches: systemIsDark }));
    expect(wantsContrast(pageWith(said))).toBe(wanted);
  });
});
