import { describe, expect, it } from 'vitest';
import { rules } from '../../../../lib/core/risk/registry.ts';
import { buildRiskContext, deepFreeze } from '../build.ts';
import { MACHINE_DATE, mindsItsManners } from '../rule-manners.ts';

describe.each(rules.map((rule) => [rule.id, rule] as const))('the rule %s', (_, rule) => {
  const contexts = rule.examples.map(({ given }) => {
    const { calendar, ...plain } = buildRiskContext(given);
    // It changes nothing that it reads.
    return { ...deepFreeze(plain), calendar };
  });
  mindsItsManners(rule, rule.examples.map(({ name, flags }, index) => ({ name, flags, assess: () => contexts[index] && rule.assess(contexts[index]) })));

  it('stands on facts', () => {
    const findings = contexts.flatMap((context) => rule.assess(context) ?? []);
    expect(findings.filter(({ facts }) => facts.length === 0)).toEqual([]);
    for (const { raw } of findings.flatMap(({ facts }) => facts)) expect(raw).not.toMatch(MACHINE_DATE);
  });
});

describe('a reason says what is wrong, with its numbers', () => {
  it.each([
    ['tag-to-nowhere', 'the item was dropped', 'Serves “Faster checkout”, which was dropped from the roadmap.'],
    ['tag-to-nowhere', 'the item was dropped, and somebody is on it', 'Serves “Faster checkout”, which was dropped from the roadmap, and is in progress all the same.'],
    ['carried-over', 'from the sprint before', 'Not finished in an earlier sprint.'],
    ['carried-over', 'from the two sprints before', 'Not finished in 2 sprints, last in an earlier sprint.'],
    ['blocks-others', 'two wait', '2 other issues wait for it, and it has not been started.'],
    ['blocks-others', 'five wait', '5 other issues wait for it.'],
    ['blocked', 'in progress and blocked by one', 'Blocked by #12 Payment API.'],
    ['blocked', 'in the sprint and blocked', 'Blocked by 2 open issues.'],
    ['due-soon-not-started', 'not started, due today', 'Due today (23 Nov 2026, due date) and not started.'],
    ['due-soon-not-started', 'not started, its sprint ends tomorrow', 'Due in 1 working day (24 Nov 2026, Sprint 3) and not started.'],
    ['no-movement', 'in progress, six quiet working days', 'In progress, unchanged for 6 working days.'],
    ['no-movement', 'quiet, in a status that it reached long before', 'In progress, unchanged for 6 working days; “In progress” since 3 Nov 2026.'],
    ['unowned-in-sprint', 'in the sprint, nobody’s', 'In Sprint 3, with 0 assignees.'],
    ['unowned-in-sprint', 'in progress in the sprint, nobody’s', 'In Sprint 3 and in progress, with 0 assignees.'],
    ['reopened', 'reopened in the current sprint', 'Was closed at least once and opened again, and is in Sprint 3.'],
  ])('%s, %s', (id, example, reason) => {
    const rule = rules.find((one) => one.id === id);
    const given = rule?.examples.find(({ name }) => name === example)?.given;
    expect(given && rule?.assess(buildRiskContext(given))?.reason).toBe(reason);
  });

  it('and stands on how long the status has lasted, where the history tells', () => {
    const rule = rules.find(({ id }) => id === 'no-movement');
    const given = rule?.examples.find(({ name }) => name === 'quiet, in a status that it reached long before')?.given;
    expect(given && rule?.assess(buildRiskContext(given))?.facts).toMatchObject([{ name: 'Last change', raw: '15 Nov 2026' }, { name: 'In “In progress”', raw: '14 working days' }]);
  });
});

describe('the rules together', () => {
  it('have ids equal to their file names', () => {
    const files = Object.keys(import.meta.glob('../../../../lib/core/risk/rules/*.rule.ts')).map((path) => path.replace(/^.*\/(.+)\.rule\.ts$/, '$1'));
    expect(rules.map((rule) => rule.id)).toEqual(files.sort());
  });
});
