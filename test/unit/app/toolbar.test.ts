import { describe, expect, it } from 'vitest';
import { lastSprintReport, sprintReport } from '../../../lib/app/sprint-report.ts';
import { renewReport, toolbarState } from '../../../lib/app/toolbar.ts';
import { milestoneKey } from '../../../lib/core/keys.ts';
import type { GoalHealth } from '../../../lib/core/sprint/goal-health.ts';
import type { Sprint } from '../../../lib/core/sprint/sprint.ts';
import type { PlainDate } from '../../../lib/core/time.ts';
import { house, NOW, PROJECT, type House } from './house.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const [GREY, BLUE, GREEN, ORANGE, RED] = ['#59636e', '#0969da', '#1a7f37', '#9a6700', '#d1242f'];
const sprint = (dueOn: string | null): Sprint => ({
  key: milestoneKey(PROJECT, 3), project: PROJECT, number: 3, title: 'Sprint 3', url: '', state: 'open', description: 'Sprint Goal: Pay in two taps', startsOn: null, dueOn: dueOn as PlainDate | null, createdAt: NOW - 9 * DAY, updatedAt: NOW, openIssues: 2, closedIssues: 1,
});

async function home(dueOn: string | null): Promise<House> {
  const one = await house();
  await one.store.commit({ job: null, sprints: [sprint(dueOn)] });
  return one;
}

/** As the report said of it last. */
async function reported({ ports, store }: House, health: GoalHealth['health'], of = sprint(null).key): Promise<void> {
  const report = await sprintReport(ports, PROJECT, null);
  await store.keepSprintView(PROJECT, { form: 3, report: { ...report, sprint: { ...report?.sprint, key: of }, health: { health, reasons: ['Two goal issues are blocked.'] } } });
}

// It is Wednesday the 18th.
describe('the toolbar icon', () => {
  it('is empty where no sprint is known', async () => {
    expect(await toolbarState((await house()).ports)).toEqual({ text: '', title: 'Waymark: Sprint Goal', colour: GREY });
  });

  it.each([
    ['2026-11-25', '5d', BLUE, '5 working days left'], ['2026-11-23', '3d', BLUE, '3 working days left'], ['2026-11-20', '2d', ORANGE, '2 working days left'], ['2026-11-18', '0d', ORANGE, 'last day'], ['2026-11-13', '!', RED, '3 working days over'],
    ['9999-12-31', '', GREY, 'until 31 Dec 9999'], ['1970-01-01', '!', RED, 'over since 1 Jan 1970'],
  ])('of a sprint to %s shows %s', async (dueOn, text, colour, left) => {
    expect(await toolbarState((await home(dueOn)).ports)).toEqual({ text, colour, title: `Sprint 3: ${left}\nPay in two taps` });
  });

  it.each<[GoalHealth['health'], string | null, string, string | undefined, string]>([
    ['on-track', '2026-11-20', '2d', GREEN, 'On track. Two goal issues are blocked.'], ['at-risk', '2026-11-25', '!5d', ORANGE, 'At risk. Two goal issues are blocked.'], ['at-risk', '2027-05-31', '!138', ORANGE, 'At risk. Two goal issues are blocked.'], ['off-track', '2026-11-25', '✕5d', RED, 'Off track. Two goal issues are blocked.'],
    ['met', '2026-11-13', '✓', GREEN, 'Goal met. Two goal issues are blocked.'], ['at-risk', '2026-11-13', '!', RED, 'At risk. Two goal issues are blocked.'], ['at-risk', null, '!', ORANGE, 'At risk. Two goal issues are blocked.'], ['on-track', null, '', GREY, 'On track. Two goal issues are blocked.'],
  ])('of a goal that is %s, to %s, shows “%s” and says so', async (health, dueOn, text, colour, words) => {
    const one = await home(dueOn);
    await reported(one, health);
    expect(await toolbarState(one.ports)).toEqual({ text, colour, title: expect.stringMatching(new RegExp(`^Sprint 3(?:: .+)?\\nPay in two taps\\n${words}$`)) as string });
  });

  it('says nothing of how a goal goes by the report on another sprint, nor by one that knows nothing', async () => {
    const one = await home('2026-11-25');
    await reported(one, 'off-track', milestoneKey(PROJECT, 2));
    expect(await toolbarState(one.ports)).toEqual({ text: '5d', colour: BLUE, title: 'Sprint 3: 5 working days left\nPay in two taps' });
    await reported(one, 'unknown');
    expect(await toolbarState(one.ports)).toEqual({ text: '5d', colour: BLUE, title: 'Sprint 3: 5 working days left\nPay in two taps' });
  });

  it('has its sprint reported on anew once the last report is a quarter of an hour old, or of a time that has not come', async () => {
    const one = await home('2026-11-25');
    const madeAt = async () => (await lastSprintReport(one.ports, PROJECT, null))?.madeAt;
    expect([await renewReport(one.ports), await madeAt()]).toEqual([true, NOW]);
    one.pass(15 * MINUTE - 1);
    expect([await renewReport(one.ports), await madeAt()]).toEqual([false, NOW]);
    one.pass(1);
    expect([await renewReport(one.ports), await madeAt()]).toEqual([true, NOW + 15 * MINUTE]);
    one.pass(-5 * MINUTE);
    expect([await renewReport(one.ports), await madeAt()]).toEqual([true, NOW + 10 * MINUTE]);
    const none = await house();
    expect([await renewReport(none.ports), (await none.store.forgetSite('github.com')).removed, await renewReport(none.ports)]).toEqual([false, expect.any(Number), false]);
  });
});
