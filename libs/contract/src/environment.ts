/** `test` is for trying things out: its calls never bill. */
export const environments = ['live', 'test'] as const;
