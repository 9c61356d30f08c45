import { shanghaiDay } from '@inkproof/kernel';
import { clock } from '../../clock';

const SHOWN = 3;

/** The month an address asks for, the present one otherwise, and those that are offered. */
export const askedMonth = (asked: unknown): { month: string; months: string[] } => {
  const today = shanghaiDay(clock.now());
  const [year, present] = today.split('-').map(Number) as [number, number];
  const months = Array.from({ length: SHOWN }, (_, back) => new Date(Date.UTC(year, present - 1 - back, 1)).toISOString().slice(0, 7));
  return { month: months.find((one) => one === asked) ?? months[0]!, months };
};
