import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { binOf } from './bin.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macPlaces = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

const installed = () => {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return [...folders.flatMap((folder) => names.map((name) => path.join(folder, name))), ...macPlaces].find((file) => fs.existsSync(file));
};

const throughApt = (say) => {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  say("installing Debian's chromium for the browser tests");
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return installed();
};

const throughPlaywright = async (say) => {
  say("downloading Playwright's chromium for the browser tests");
  const { status } = spawnSync(process.execPath, [binOf('playwright-core'), 'install', '--only-shell', 'chromium'], { stdio: 'inherit' });
  if (status !== 0) return undefined;
  const { chromium } = await import('playwright-core');
  return fs.existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
};

/** A real Chromium: the installed one, else Debian's, else Playwright's. Never a silent skip. */
export const ensureChromium = async (say) => {
  const found = installed() ?? throughApt(say) ?? (await throughPlaywright(say));
  if (found) return found;
  throw new Error('The browser tests need Chrome or Chromium, and none could be brought here. Install one (Debian: apt-get install chromium; macOS: brew install --cask google-chrome) or set CHROMIUM_PATH to one.');
};
