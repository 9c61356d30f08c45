import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const script = path.resolve(import.meta.dirname, '../inkproof_verify.py');

/** The second verifier, as one process that is asked over and over. */
export const openPython = () => {
  if (spawnSync('python3', ['--version']).error) throw new Error('python3 is missing. The audit log has two independent verifiers, and the second is written in Python 3: install it (apt install python3).');
  const child = spawn('python3', [script, '--batch'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (asked) => {
    child.stdin.write(`${JSON.stringify(asked)}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error('The verifier in Python ended');
    return JSON.parse(value);
  };
  const hexed = (file) => Buffer.from(file).toString('hex');
  return {
    verify: ({ files, ...known }) => ask({ files: files.map(hexed), ...known }),
    verifyDocument: ({ files, ...known }) => ask({ files: Object.fromEntries([...files].map(([name, bytes]) => [name, hexed(bytes)])), ...known }),
    close: () => child.stdin.end(),
  };
};
