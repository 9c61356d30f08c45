export const compare: (count: number, seed: number) => Promise<{ cases: number; wrong: unknown[] }>;
