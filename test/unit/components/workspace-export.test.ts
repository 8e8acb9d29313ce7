import { describe, expect, it } from 'vitest';
import { checkoutView, itemView, largeView, roadmapView } from '../../../components/playground/roadmap-fixtures.ts';
import { boardPicture } from '../../../components/workspace/roadmap/export/board-picture.ts';
import { roadmapAsCsv } from '../../../components/workspace/roadmap/export/csv.ts';
import { roadmapAsJson } from '../../../components/workspace/roadmap/export/json.ts';
import { roadmapAsMarkdown } from '../../../components/workspace/roadmap/export/markdown.ts';
import { fit, INKS, wrap, type Measure } from '../../../components/workspace/roadmap/export/svg.ts';
import { timelinePicture } from '../../../components/workspace/roadmap/export/timeline-picture.ts';
import type { RoadmapItemView } from '../../../lib/messaging/messages.ts';

const hostile = itemView({ ...checkoutView.item, id: 'hostile', title: '=HYPERLINK("x")\n# <b>`*', outcome: 'a,b' });

describe('a roadmap as Markdown', () => {
  it('has a heading for each horizon that has items, and says of each item what the board shows', () => {
    const text = roadmapAsMarkdown(roadmapView.aim, roadmapView.items);
    expect(text.match(/^## .*$/gm)).toEqual(['## Now', '## Next', '## Later', '## By date, or no horizon']);
    expect(text).toContain('- **Faster checkout**: Checkout abandonment: 31 % → 25 % by 31 Mar 2027; 12 of 31 issues done; At risk (declared on track); forecast 12 Feb 2027 (P50), 30 Mar 2027 (P85); open risks: usability, viability; owner Mira Okafor');
    expect(text).toContain('- **Gift cards** (dropped):');
    expect(text.startsWith('# Roadmap\n\n**Product Goal:** Half')).toBe(true);
  });
  it('keeps an item on its line and its markup harmless', () => {
    const lines = roadmapAsMarkdown({ vision: '', productGoal: '' }, [hostile]).split('\n');
    expect(lines.filter((line) => line.startsWith('#'))).toEqual(['# Roadmap', '## Now']);
    expect(lines[4]).toContain(String.raw`# \<b\>\`\*`);
  });
});

describe('a roadmap as CSV', () => {
  it('has a line for each item, each with as many cells as the head', () => {
    const lines = roadmapAsCsv(roadmapView.items).trimEnd().split('\r\n');
    expect(lines).toHaveLength(roadmapView.items.length + 1);
    expect(lines[0]?.split(',').slice(0, 3)).toEqual(['id', 'title', 'outcome']);
    expect(lines[1]).toContain('12,31,40,88,at-risk,on-track,2027-02-12,2027-03-30,usability viability,');
    expect(lines[4]?.split(',')).toHaveLength(lines[0]!.split(',').length);
  });
  it('keeps hours and points in cells of their own', () => {
    const [head, line] = roadmapAsCsv([itemView({ ...checkoutView.item, id: 'mixed', title: 'Mixed' }, { progress: { ...checkoutView.progress, estimate: { done: 3, total: 8, unestimated: 1 }, hours: { done: 2, total: 40.5, unestimated: 1 } } })]).trimEnd().split('\r\n');
    expect([head?.split(',').slice(-2), line?.split(',').slice(-2), line]).toEqual([['hours done', 'hours'], ['2', '40.5'], expect.stringContaining(',3,8,')]);
  });
  it('begins no cell with a formula, however a spreadsheet of another country cuts it into cells', () => {
    for (const start of ['=1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1', '＠x']) {
      for (const before of ['', 'x;', 'x\t', 'x\n', 'x\r\n', '";']) {
        const [, line = ''] = roadmapAsCsv([itemView({ ...checkoutView.item, id: 'h', title: before + start })]).split(/\r\n(?=h,)/);
        const cells = line.replaceAll('""', '"').split(/[,;\t\r\n]/).flatMap((cell) => [cell, cell.replace(/^"/, '')]);
        expect(cells.filter((cell) => /^[=+@＝＋－＠]|^-(?!\d+(?:\.\d+)?$)/.test(cell)), JSON.stringify(before + start)).toEqual([]);
      }
    }
    expect(roadmapAsCsv([itemView({ ...checkoutView.item, id: 'h', title: 'Costs; -5 % of them' })])).toContain('Costs; -5 % of them');
  });

  it('quotes what would break it and keeps a formula a text', () => expect(roadmapAsCsv([hostile])).toContain(`hostile,"'=HYPERLINK(""x"")\n# <b>\`*","a,b",`));
});

describe('a roadmap as JSON', () => {
  it('keeps what was written apart from what was computed', () => {
    const { items } = JSON.parse(roadmapAsJson(roadmapView, [checkoutView])) as { items: [Record<string, unknown> & { computed: { health: { computed: string } } }] };
    expect([items[0].id, items[0].computed.health.computed, items[0].createdAt]).toEqual(['faster-checkout', 'at-risk', undefined]);
  });
});

describe('a roadmap as a picture', () => {
  const measure: Measure = (text) => text.length * 6;
  const both = (entries: typeof roadmapView.items) => [boardPicture(roadmapView.aim, entries, measure), timelinePicture(roadmapView.aim, entries, roadmapView.today, measure)];
  it.each([0, 1])('%i shows the Product Goal and every item that the screen shows', (which) => {
    const picture = both(roadmapView.items)[which]!;
    expect(picture).toContain('Half of our shoppers');
    for (const { item } of roadmapView.items) expect(picture).toContain(item.title.slice(0, 20));
  });
  it.each([0, 1])('%i is well-formed whatever the titles hold', (which) => {
    const picture = both([hostile, itemView({ ...checkoutView.item, title: '<&"\u0000>' })])[which]!;
    const open: string[] = [];
    for (const [, close, name, , self] of picture.matchAll(/<(\/?)([a-z]+)((?:\s[a-z-]+=(?:"[^"<]*"|'[^'<]*'))*|)(\/?)>/gi)) {
      if (self === '/') continue;
      if (close !== '/') open.push(name!);
      else if (open.at(-1) === name) open.pop();
      else open.push(`/${name}`);
    }
    expect(open).toEqual([]);
    expect(picture.replaceAll(/<\/?[a-z]+(?:\s[a-z-]+=(?:"[^"<]*"|'[^'<]*'))*\/?>/gi, '')).not.toMatch(/[<>\0]|&(?!amp;|lt;|gt;|quot;)/);
  });
  it('draws along the days what the trackers plan of an item that has no days of its own, as the screen does', () => {
    const { window: _window, ...undated } = checkoutView.item;
    const boxes = (entry: RoadmapItemView) => timelinePicture(roadmapView.aim, [entry], roadmapView.today, measure).split('height="14"').length - 1;
    const untold = itemView(undated, { progress: { ...checkoutView.progress, issues: { done: 0, total: 3 } } });
    expect([boxes(untold), boxes({ ...untold, planned: { from: null, to: roadmapView.today } })]).toEqual([0, 1]);
  });
  it('says how many it leaves out of a long roadmap', () => {
    const [board, timeline] = both(largeView.items);
    expect([/and \d+ more/.test(board!), timeline!.includes('and 420 more')]).toEqual([true, true]);
  });
  it('breaks lines between words, and cuts what is too long for one', () => {
    expect(wrap('one two three four', 48, INKS.body, measure, 2)).toEqual(['one two', 'three …']);
    expect(wrap('one two', 480, INKS.body, measure, 2)).toEqual(['one two']);
    expect(fit('abcdefghijkl', 36, INKS.body, measure)).toBe('abcde…');
  });
});
