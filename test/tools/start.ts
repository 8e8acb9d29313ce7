/**
 * `npm start`: builds Waymark, starts the demo tracker, and opens a browser with Waymark in it.
 * With a display the browser stays open until it is closed; without one it walks the main job, prints what it sees and saves pictures.
 */
import { mkdirSync } from 'node:fs';
import { platform } from 'node:process';
import { launch } from '../e2e/waymark.ts';
import { prepareDemo } from './demo.ts';
import { run } from './run.ts';
import { walk } from './walk.ts';

const PICTURES = '.artifacts/demo';
const hasDisplay = platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

const built = await run('npx', ['--no-install', 'wxt', 'build']);
if (built.code !== 0) process.exit(built.code);

if (hasDisplay && !process.argv.includes('--headless')) {
  const waymark = await launch({ headless: false });
  await prepareDemo(waymark);
  await waymark.open('https://github.com/acme/shop/issues');
  await waymark.open('https://acme.atlassian.net/__sign-in?as=maya&to=/jira/software/c/projects/SHOP/boards/1');
  console.log('The demo is open: badges on https://github.com/acme/shop/issues and on a Jira board (demos, not the real sites); the Sprint Goal under the toolbar icon. Close the browser to end.');
  await new Promise<void>((resolve) => waymark.context.once('close', () => resolve()));
  await waymark.tracker.close();
} else {
  mkdirSync(PICTURES, { recursive: true });
  await walk(PICTURES);
}
