import type { ChildProcess } from 'node:child_process';

/** What ready.json tells. */
export interface Ready {
  console: string;
  api: string;
  docs: string;
  status: string;
  apiKey: string;
  demo: { email: string; password: string };
  admin: { email: string; password: string };
  pid: number;
}

export interface Launched {
  ready: Ready;
  readyMs: number;
  process: ChildProcess;
  /** Everything it printed so far. */
  output: () => string;
  dataFolder: string;
  stop: (signal?: NodeJS.Signals) => Promise<number | null>;
}

export const newDataFolder: () => string;
export const launch: (environment?: Record<string, string>, dataFolder?: string, where?: { cwd?: string; withinMs?: number }) => Promise<Launched>;
export const ownerUrlOf: (launched: Launched) => string;
export const descendantsOf: (pid: number) => { pid: number; parent: number; residentBytes: number; command: string }[];
