import { describe, expect, it } from 'vitest';
import { keepPopup, lastPopup } from '../../../lib/app/last-popup.ts';
import { openPopup } from '../../../lib/app/open-popup.ts';
import { setGoal } from '../../../lib/app/set-goal.ts';
import { renewReport } from '../../../lib/app/toolbar.ts';
import { bringJira, HOST, jiraHouse, jiraIssue, jiraSprint, SHOP } from './jira-house.ts';

const running = jiraSprint(31, { description: 'Guests pay without an account.' });

async function team() {
  const one = await jiraHouse();
  await bringJira(one, { issues: [jiraIssue(1, { sprint: running.key })], sprints: [running] });
  return one;
}

describe('what the popup showed last', () => {
  it('is nothing before anything was shown', async () => expect(await lastPopup((await team()).ports, SHOP)).toBeNull());

  it('is the view as it was kept, also where no project is named, and apart for each board', async () => {
    const { ports } = await team();
    const view = await openPopup(ports, SHOP);
    await keepPopup(ports, view);
    expect(await lastPopup(ports, SHOP)).toEqual(view);
    expect(await lastPopup(ports, null)).toEqual(view);
    expect(view.goals).toMatchObject({ goals: ['Guests pay without an account.'], from: 'field', conflict: null });
    expect(await lastPopup(ports, SHOP, 3)).toBeNull();
    await keepPopup(ports, view, 3);
    expect(await lastPopup(ports, SHOP, 3)).toEqual(view);
  });

  it('says the goals as they stand when it is opened anew, not as they were kept', async () => {
    const { ports } = await team();
    await keepPopup(ports, await openPopup(ports, SHOP));
    await setGoal(ports, running.key, 'Pay in two taps.');
    expect((await openPopup(ports, SHOP)).goals).toMatchObject({ goals: ['Pay in two taps.'] });
  });

  it('is there before the popup was ever opened, once the toolbar has reported', async () => {
    const { ports } = await team();
    expect(await renewReport(ports)).toBe(true);
    expect((await lastPopup(ports, null))?.sprint?.sprint.key).toBe(running.key);
  });

  it('of another shape is not shown', async () => {
    const { ports, store } = await team();
    await store.keepSprintView(`${SHOP}|popup|`, { form: 0, popup: { old: true } });
    expect(await lastPopup(ports, SHOP)).toBeNull();
  });

  it('goes with its site', async () => {
    const { ports, store } = await team();
    await keepPopup(ports, await openPopup(ports, SHOP));
    await store.forgetSite(HOST);
    expect(await lastPopup(ports, SHOP)).toBeNull();
  });
});
