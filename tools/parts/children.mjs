import { spawn } from 'node:child_process';
import path from 'node:path';

const dieWithParent = path.join(import.meta.dirname, 'die-with-parent.mjs');
const STOP_MS = 10_000;
const REVIVE_AFTER_MS = 1_000;

/** The processes of one start. They end together, and with the launcher, however that ends. */
export class Children {
  #children = [];
  #stopping = false;

  constructor(node, onLost) {
    this.node = node;
    this.onLost = onLost;
  }

  /**
   * `quiet` keeps what it says on standard output to itself; what it says on standard error is always shown.
   * One that is `revived` may die without the others: it is started again.
   */
  start(name, args, { cwd, env, quiet = false, revived = false }) {
    // Its own process group: a terminal's Ctrl-C reaches only the launcher, which decides the order.
    const child = spawn(this.node, ['--import', dieWithParent, ...args], { cwd, env: { ...env, INKPROOF_LAUNCHER: String(process.pid) }, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    let last = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        last = (last + chunk).slice(-4_000);
        if (!quiet || stream === child.stderr) process.stdout.write(String(chunk).replace(/^(?=.)/gm, `${name} | `));
      });
    child.once('exit', (code, signal) => {
      this.#children = this.#children.filter((one) => one !== child);
      if (this.#stopping) return;
      if (!revived) return this.onLost(name, signal ?? `exit code ${code}`, last);
      console.error(`The ${name} stopped by itself (${signal ?? `exit code ${code}`}) and is started again.`);
      setTimeout(() => this.#stopping || this.start(name, args, { cwd, env, quiet, revived }), REVIVE_AFTER_MS);
    });
    this.#children.push(child);
    return child;
  }

  async stop() {
    this.#stopping = true;
    await Promise.all(this.#children.map(stopOne));
  }
}

const stopOne = (child) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const signal = (name) => {
      try {
        process.kill(-child.pid, name);
      } catch {
        resolve();
      }
    };
    const patience = setTimeout(() => signal('SIGKILL'), STOP_MS);
    child.once('exit', () => (clearTimeout(patience), resolve()));
    // Only the process itself: it ends its own children when its work is done.
    child.kill('SIGTERM');
  });
