// --import'ed into every child: when the launcher dies, even by kill -9, the channel to it closes and the child stops itself.
// A child's own children inherit the import; they belong to the child, and their channels are its own business.
const STOP_MS = 10_000;

if (Number(process.env.INKPROOF_LAUNCHER) === process.ppid) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), STOP_MS).unref();
  });
  process.channel?.unref();
}
