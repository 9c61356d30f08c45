// --import'ed into every child: when the launcher dies, even by kill -9, the channel to it closes and the child stops itself.
const STOP_MS = 10_000;

process.on('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), STOP_MS).unref();
});
process.channel?.unref();
