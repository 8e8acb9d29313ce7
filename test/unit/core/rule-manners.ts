import { expect, it } from 'vitest';

/** An example of a rule, and the rule's word on it. */
interface RuleCase {
  readonly name: string;
  readonly flags: string | undefined;
  assess(): { readonly severity: string; readonly reason: string } | undefined;
}

/** What every rule owes, of whatever it speaks: its examples are true, both ways, and it says its reason in one sentence. `reason`: how that looks. */
export function mindsItsManners({ label, source }: { readonly label: string; readonly source: string }, cases: readonly RuleCase[], reason = /^\S.*\.$/): void {
  it.each(cases.map((one) => [one.name, one] as const))('judges its example: %s', (_name, { assess, flags }) => expect(assess()?.severity).toBe(flags));

  it('has an example that is flagged and one that is not, a label and a source', () => {
    expect(new Set(cases.map(({ flags }) => flags === undefined)).size).toBe(2);
    expect(label).toMatch(/^[A-Z]/);
    expect(source.length).toBeGreaterThan(20);
  });

  it('gives its reason in one sentence, and says the same twice', () => {
    for (const { assess } of cases) {
      const finding = assess();
      expect(assess()).toEqual(finding);
      if (!finding) continue;
      expect(finding.reason).toMatch(reason);
      expect(finding.reason).not.toMatch(/NaN|undefined|null|Infinity/);
      expect(finding.reason).not.toMatch(ONE_AS_MANY);
      expect(finding.reason).not.toMatch(MACHINE_DATE);
    }
  });
}

/** `1 issues`, `its 1 open issues`, `1 are`; not `1 of 3 issues`, `0.1 days`. */
const ONE_AS_MANY = /(?<![\d.,#-])1 (?:(?:open|other|goal|working|finished) )*(?:\w*[^su\s]s|are|have)\b/;

/** A day as a machine writes it: people read `26 Nov 2026`. */
export const MACHINE_DATE = /\d{4}-\d\d-\d\d/;

/** With a number in it. */
export const WITH_A_NUMBER = /^\S.*\d.*\.$/;
