/** In per cent, to two digits and never rounded up to a target that was missed; null where it is owed to nobody. */
export const attainmentOf = ({ owed, reached }: { owed: number; reached: number }): number | null => (owed === 0 ? null : Math.floor((reached / owed) * 10_000) / 100);
