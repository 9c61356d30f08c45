import pg from 'pg';
import type { Browser } from 'playwright-core';
import { launch, ownerUrlOf } from '../../../tools/parts/launch.mjs';
import { openPage, openProfileAt, type Visitor } from './browser.js';

/** An install on a database that the specs may write to themselves: for what nobody can bring about at the console. */
export const openOwnInstall = async (browser: Browser) => {
  const install = await launch({ READERS: '0', MFA_REQUIRED: 'off' });
  const owner = new pg.Client(ownerUrlOf(install));
  await owner.connect();
  const signedIn = async (who: 'demo' | 'admin', width = 1440): Promise<Visitor> => {
    const context = await openProfileAt(browser, install.ready.console, { width });
    const answer = await context.request.post('/v1/session', { data: install.ready[who] });
    if (answer.status() !== 200) throw new Error(`signing in answered ${answer.status()}`);
    return openPage(context);
  };
  return {
    ...install,
    owner,
    signedIn,
    close: async (): Promise<void> => {
      await owner.end();
      await install.stop();
    },
  };
};

export type OwnInstall = Awaited<ReturnType<typeof openOwnInstall>>;
