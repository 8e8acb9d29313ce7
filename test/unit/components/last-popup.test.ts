import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepPopup, recallPopup } from '../../../components/popup/last-popup.ts';
import { boardPage, jiraView } from '../../../components/playground/popup-jira-fixtures.ts';
import { listPage, popupView, sprintView } from '../../../components/playground/popup-fixtures.ts';
import { report } from '../../../components/playground/sprint-report-fixtures.ts';
import { pageStorage } from '../platform/page-storage.ts';

// The client brings the browser's API with it, which is only there in a browser; what keeps a view is the real thing.
vi.mock('../../../lib/messaging/client.ts', () => import('../../../lib/platform/last-view.ts'));

describe('what the popup keeps for its first frame', () => {
  beforeEach(() => vi.stubGlobal('localStorage', pageStorage()));

  it('is found again over the same page, and over one of no project as what was shown last', () => {
    keepPopup(listPage, { view: popupView, report }, null);
    expect(recallPopup(listPage)?.view.goals?.goals).toEqual(popupView.goals?.goals);
    expect(recallPopup({ url: 'https://example.com/', report: null })?.view.project).toEqual(popupView.project);
    expect(recallPopup(null)?.report?.odds).toEqual(report.odds);
  });

  it('is not found over another project, nor over another board of the same', () => {
    keepPopup(boardPage, { view: jiraView, report }, null);
    expect(recallPopup(listPage)).toBeNull();
    expect(recallPopup({ ...boardPage, report: { ...boardPage.report, board: 5 } })).toBeNull();
    expect(recallPopup(boardPage)?.view.project).toEqual(jiraView.project);
  });

  it('names every issue that the first frame shows, and leaves out the hundreds that it does not', () => {
    const flagged = Array.from({ length: 400 }, () => sprintView.flagged[0]!);
    keepPopup(listPage, { view: { ...popupView, sprint: { ...sprintView, flagged } }, report }, null);
    const kept = recallPopup(listPage);
    expect(kept?.report?.threats).toEqual(report.threats);
    const threatened = report.threats.flatMap(({ issue }) => issue ?? []);
    expect(threatened.map((key) => kept?.report?.issues[key])).toEqual(threatened.map((key) => report.issues[key]));
    expect(kept?.view.sprint?.flagged.length).toBe(30);
    expect(Object.keys(kept?.report?.issues ?? {}).length).toBeLessThan(Object.keys(report.issues).length);
  });

  it('of an older shape is not shown', () => {
    localStorage.setItem(`last-view|${listPage.report.project}`, JSON.stringify({ form: 0, content: { view: popupView, report } }));
    expect(recallPopup(listPage)).toBeNull();
  });
});
