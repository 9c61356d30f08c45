import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { binOf } from './bin.mjs';

const SHELL = 'chromium-headless-shell';
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macPlaces = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];

const onPath = (...files) => {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return files.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => fs.existsSync(file));
};
const installed = () => onPath(...names) ?? macPlaces.find((file) => fs.existsSync(file));

const throughApt = (say) => {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  say("installing Debian's chromium without a window for the browser tests");
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', SHELL, 'fonts-noto-cjk'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  return onPath(SHELL);
};

const throughPlaywright = async (say) => {
  say("downloading Playwright's chromium for the browser tests");
  const { status } = spawnSync(process.execPath, [binOf('playwright-core'), 'install', '--only-shell', 'chromium'], { stdio: 'inherit' });
  if (status !== 0) return undefined;
  const { chromium } = await import('playwright-core');
  return fs.existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
};

/** A real Chromium: the one that is named, else the shell without a window, which draws the same pages for half of the processor's time, else one that is installed, else Playwright's. Never a silent skip. */
export const ensureChromium = async (say) => {
  const found = process.env.CHROMIUM_PATH ?? onPath(SHELL) ?? throughApt(say) ?? installed() ?? (await throughPlaywright(say));
  if (found) return found;
  throw new Error('The browser tests need Chrome or Chromium, and none could be brought here. Install one (Debian: apt-get install chromium; macOS: brew install --cask google-chrome) or set CHROMIUM_PATH to one.');
};
