import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';

const engine = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
const program = `
  const { ReaderPool } = await import(${JSON.stringify(engine)});
  const pool = await ReaderPool.start({ processes: 2, maxQueued: 1 });
  console.log(pool.pids().join(' '));
`;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

it('readers do not outlive the process that started them, even when it is killed', async () => {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const pids = said.toString().trim().split(' ').map(Number);
  expect(pids).toHaveLength(2);
  expect(pids.every(isAlive)).toBe(true);
  parent.kill('SIGKILL');
  await vi.waitUntil(() => !pids.some(isAlive), { timeout: 20_000 });
});
