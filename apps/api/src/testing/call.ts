import type { Answered } from './sending.js';
import type { World } from './world.js';

/** Prepares what a call is tried on, and answers the call. */
export type Preparing = (world: World) => Promise<() => Promise<Answered>>;

/** `chapter.endpoint action`: the call that brings it about, or why there is none. */
export type Calls = Record<string, Preparing | string>;
