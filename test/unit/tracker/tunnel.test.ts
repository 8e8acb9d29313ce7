import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { startTracker } from '../../tracker/server.ts';
import { startTunnel } from '../../tracker/tunnel.ts';
import { demoWorld } from '../../tracker/world.ts';

it('brings a client that only knows a proxy to the demo’s github.com', async () => {
  const tracker = await startTracker({ world: demoWorld({ issues: 10 }) });
  const tunnel = await startTunnel(tracker.port);
  try {
    const { stdout } = await promisify(execFile)('curl', ['-sk', '--proxy', `http://127.0.0.1:${tunnel.port}`, 'https://api.github.com/repos/acme/shop']);
    expect(JSON.parse(stdout)).toMatchObject({ full_name: 'acme/shop' });
  } finally {
    await tunnel.close();
    await tracker.close();
  }
});
