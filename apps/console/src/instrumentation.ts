/** Runs once before the first request. Next compiles this file for a second runtime as well, one without Node. */
export const register = async (): Promise<void> => {
  // eslint-disable-next-line no-restricted-syntax -- not a setting: Next puts a constant in its place to tell the two runtimes apart
  if (process.env.NEXT_RUNTIME === 'nodejs') (await import('./features/callers/note-callers')).noteCallers();
};
