/** `npm run bench`: what Waymark costs, as ratios within one run. The machine is noisy: never compare two runs by their milliseconds. */
import { statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { backTestCorpus } from '../bench/back-test.ts';
import { measurePages } from '../bench/pages.ts';
import { measurePopup } from '../bench/popup.ts';
import { measureRoadmap } from '../bench/roadmap.ts';
import { measureStore } from '../bench/store.ts';
import { run } from './run.ts';

const quick = process.argv.includes('--quick');
const count = quick ? 5000 : 50_000;
const built = await run('npx', ['--no-install', 'wxt', 'build']);
if (built.code !== 0) process.exit(built.code);

const rows: [string, string, string][] = [];
const overlay = readFileSync('.output/chrome-mv3/overlay-github.js');
rows.push(['always-on content script', `${(overlay.byteLength / 1000).toFixed(1)} kB`, `${(gzipSync(overlay).byteLength / 1000).toFixed(1)} kB gzip`]);
rows.push(['panel, on the first click', `${(statSync('.output/chrome-mv3/panel.js').size / 1000).toFixed(0)} kB`, '']);

const pages = await measurePages(quick ? 3 : 9);
const ratio = (a: number, b: number): string => `${(a / b).toFixed(2)} ×`;
const per = (a: number, b: number): string => `${(((a - b) / pages.rows) * 100).toFixed(1)} per 100 rows`;
rows.push([`script time, list of ${pages.rows} rows, with : without`, ratio(pages.with.scriptMs, pages.without.scriptMs), `+${per(pages.with.scriptMs, pages.without.scriptMs)} ms`]);
rows.push(['main-thread tasks, with : without', ratio(pages.with.taskMs, pages.without.taskMs), `+${per(pages.with.taskMs, pages.without.taskMs)} ms`]);
rows.push(['DOM nodes, with : without', ratio(pages.with.nodes, pages.without.nodes), `+${per(pages.with.nodes, pages.without.nodes)}`]);
rows.push(['first badge after its row', `${pages.firstBadgeMs.toFixed(0)} ms`, '']);
rows.push(['last badge after the first row', `${pages.lastBadgeMs.toFixed(0)} ms`, '']);

const store = await measureStore(count);
rows.push([`${store.count} issues: batch read of 100 badges : plain IndexedDB read`, ratio(store.badges, store.floor), `${store.badges.toFixed(1)} ms : ${store.floor.toFixed(1)} ms`]);
rows.push(['renewal after 1 changed row : badges read', ratio(store.one, store.badges), `${store.one.toFixed(1)} ms`]);
rows.push(['renewal after 100 changed rows : after 1', ratio(store.hundred, store.one), `${store.hundred.toFixed(1)} ms`]);
rows.push(['renewal of all rows : after 1', ratio(store.all, store.one), `${store.all.toFixed(0)} ms in steps`]);
rows.push(['roadmap of 500 items : badges read', ratio(store.roadmap, store.badges), `${store.roadmap.toFixed(0)} ms`]);
rows.push(['issues of one item : badges read', ratio(store.itemIssues, store.badges), `${store.itemIssues.toFixed(1)} ms`]);
rows.push(['a sprint’s report : badges read', ratio(store.sprint, store.badges), `${store.sprint.toFixed(1)} ms`]);
rows.push(['counting of all rows after a rule changed : after 1', ratio(store.recount, store.one), `${store.recount.toFixed(0)} ms in steps`]);
rows.push(['writing a row : reading a row', ratio(store.fillingPerRow, store.floor / 100), `${store.fillingPerRow.toFixed(2)} ms a row`]);
rows.push(['store size', `${(store.bytes / 1e6).toFixed(1)} MB`, `${(store.bytes / store.count).toFixed(0)} bytes an issue`]);

const popup = await measurePopup(count, quick ? 3 : 7);
rows.push([`popup with ${popup.issues} issues, click to goal, dead worker : live`, ratio(popup.deadMs, popup.liveMs), `${popup.deadMs.toFixed(0)} ms : ${popup.liveMs.toFixed(0)} ms`]);
rows.push(['the same with nothing kept of the project', ratio(popup.firstDeadMs, popup.firstLiveMs), `${popup.firstDeadMs.toFixed(0)} ms : ${popup.firstLiveMs.toFixed(0)} ms`]);
rows.push(['popup, work of its own thread until the goal is read', `${popup.cpuMs.toFixed(0)} ms`, '']);
rows.push(['popup, from the goal to the report made anew', `${popup.renewedMs.toFixed(0)} ms`, '']);

const tested = backTestCorpus();
for (const { percent, held, of } of tested?.levels ?? []) rows.push([`forecasts at ${percent} % that came true, ${of} recorded sprints`, `${((100 * held) / of).toFixed(0)} %`, `${held} of ${of}`]);

const roadmap = await measureRoadmap(count, quick ? 3 : 9);
const page = `roadmap page, ${roadmap.items} items over ${roadmap.issues} issues`;
rows.push([`${page}, to its first paint : empty`, ratio(roadmap.large.painted, roadmap.empty.painted), `${roadmap.large.painted.toFixed(0)} ms : ${roadmap.empty.painted.toFixed(0)} ms`]);
rows.push(['memory of its page : empty', ratio(roadmap.large.heapMegabytes, roadmap.empty.heapMegabytes), `${roadmap.large.heapMegabytes.toFixed(1)} MB : ${roadmap.empty.heapMegabytes.toFixed(1)} MB, ${roadmap.large.elements} elements`]);
for (const [what, taken] of [['moving an item by key', roadmap.move], ['a letter in its search', roadmap.type], ['opening an item', roadmap.sheet], ['to the timeline', roadmap.timeline]] as const) rows.push([`${what}, to the paint : a key that changes nothing`, ratio(taken, roadmap.frame), `${taken.toFixed(0)} ms : ${roadmap.frame.toFixed(0)} ms`]);

console.log(`\n${rows.map(([what, value, more]) => `${what.padEnd(66)} ${value.padStart(10)}   ${more}`).join('\n')}\n`);
