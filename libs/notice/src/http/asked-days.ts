import { addDays, dayStart, type Day } from '@inkproof/kernel';

/** Days of Shanghai, the last one included. */
export interface AskedDays {
  from?: Day;
  to?: Day;
}

export const momentsOf = ({ from, to }: AskedDays): { from?: Date; before?: Date } => ({ ...(from !== undefined && { from: dayStart(from) }), ...(to !== undefined && { before: dayStart(addDays(to, 1)) }) });
