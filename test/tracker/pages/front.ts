import type { HostRole } from '../hosts.ts';
import type { World } from '../model/world.ts';
import type { SentReply } from '../send.ts';
export function pageReply(_world: World, _role: HostRole, _url: URL, _now: Date): SentReply {
  return { status: 404, headers: {}, text: '' };
}
