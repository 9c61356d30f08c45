import type { UsageDay } from '@inkproof/contract';

/** The day with most accepted calls; the earlier one of two alike. */
export const busiestOf = (days: readonly UsageDay[]): Pick<UsageDay, 'day' | 'accepted'> => days.reduce((most: Pick<UsageDay, 'day' | 'accepted'>, day) => (day.accepted > most.accepted ? day : most), days[0] ?? { day: '', accepted: 0 });
