// Only Node's own modules here: this runs before anything is installed.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const marker = path.join(root, 'node_modules/.inkproof-installed');
const NODE_MIN = [20, 19];

/** npm, started by the same Node as this script where npm told us its place. */
export const npm = (args, options = {}) => {
  const script = process.env.npm_execpath;
  const [command, before] = script?.endsWith('.js') ? [process.execPath, [script]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  return spawnSync(command, [...before, ...args], { cwd: root, stdio: 'inherit', ...options });
};

const wanted = () => crypto.createHash('sha256').update(fs.readFileSync(path.join(root, 'package-lock.json'))).digest('hex');

const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return;
  console.error(`Inkproof needs Node ${NODE_MIN.join('.')} or later; this is ${process.versions.node}.`);
  process.exit(1);
};

/** Installs what the lock file says unless that was done already. Answers whether it had to. */
export const ensureInstalled = async (say = console.log) => {
  checkNode();
  if (fs.existsSync(marker) && fs.readFileSync(marker, 'utf8') === wanted()) return false;
  say('installing packages (about a minute)');
  const { status } = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) {
    console.error('npm ci failed; its own message is above. Nothing was started.');
    process.exit(1);
  }
  fs.writeFileSync(marker, wanted());
  return true;
};

/** The Node that npm brought (24), or this one where its download was denied. */
export const bestNode = () => {
  const brought = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return fs.existsSync(brought) && spawnSync(brought, ['--version']).status === 0 ? brought : process.execPath;
};
