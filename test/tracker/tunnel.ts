import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/**
 * An HTTP proxy whose every tunnel ends at the demo tracker, whatever host was asked for. For browsers without Chromium's resolver rules:
 * Firefox with network.proxy.type=1, network.proxy.ssl=127.0.0.1, network.proxy.ssl_port=<port> then sees github.com here.
 */
export async function startTunnel(trackerPort: number): Promise<{ port: number; close(): Promise<void> }> {
  const open = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(501).end());
  server.on('connect', (_request, client: Socket, head: Buffer) => {
    const tracker = connect(trackerPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      tracker.write(head);
      tracker.pipe(client).pipe(tracker);
    });
    for (const [one, other] of [[client, tracker], [tracker, client]] as const) {
      open.add(one);
      one.on('error', () => other.destroy()).on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo; // a TCP server's address is never a string
  return {
    port: address.port,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    }),
  };
}
