import type { Usage, UsageDay } from '@inkproof/contract';

export interface OverviewFigures {
  today: UsageDay | undefined;
  yesterday: UsageDay | undefined;
  month: { pages: number; billedPages: number };
}

/** What the overview says of the days: the last one is today, and the month is that of today. */
export const overviewFigures = ({ days }: Pick<Usage, 'days'>): OverviewFigures => {
  const today = days.at(-1);
  const ofMonth = days.filter(({ day }) => day.slice(0, 7) === today?.day.slice(0, 7));
  return { today, yesterday: days.at(-2), month: { pages: ofMonth.reduce((sum, { pages }) => sum + pages, 0), billedPages: ofMonth.reduce((sum, { billed_pages }) => sum + billed_pages, 0) } };
};
