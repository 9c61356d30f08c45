import net from 'node:net';

/** The wanted port of 127.0.0.1 if nobody listens there, else any free one. */
export const freePort = (wanted) =>
  new Promise((resolve) => {
    const probe = net
      .createServer()
      .once('error', () => resolve(freePort(0)))
      .once('listening', () => {
        const { port } = probe.address();
        probe.close(() => resolve(port));
      });
    probe.listen(wanted, '127.0.0.1');
  });
