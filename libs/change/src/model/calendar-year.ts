import type { Day } from '@inkproof/kernel';

/** Days off, both ends included, by the name of what is celebrated. */
export interface Holiday {
  name: string;
  from: Day;
  to: Day;
}

/**
 * What the State Council announces for one year: its holidays, and the days at weekends that are worked for them. Those of
 * New Year may lie in the December before.
 */
export interface CalendarYear {
  year: number;
  /** Where the notice can be read. */
  source: string;
  holidays: readonly Holiday[];
  /** 调休: Saturdays and Sundays that are worked. */
  makeUpDays: readonly Day[];
}
