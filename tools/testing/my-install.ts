import { inject } from 'vitest';
import type { Ready } from '../parts/launch.mjs';

/** The install of the worker that asks: what one journey leaves behind meets only those that follow it. */
export const myInstall = (): Ready => inject('installs')[Number(process.env['VITEST_POOL_ID']) - 1]!;
