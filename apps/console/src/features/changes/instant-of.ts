/** A field of a form holds a moment of Asia/Shanghai without saying so: `2026-11-27T18:30`. */
export const instantOf = (local: string): string => new Date(`${local}:00+08:00`).toISOString();
