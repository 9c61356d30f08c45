/** The port that is wanted, or another one that nobody listens at on this machine. 0 wants any. */
export const freePort: (wanted: number) => Promise<number>;
