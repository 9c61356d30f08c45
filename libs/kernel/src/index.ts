export { addCalendarMonths, afterCalendarMonths } from './calendar-months.js';
export { Clock, StillClock, SystemClock } from './clock.js';
export { dice } from './dice.js';
export { CountingIds, Ids, SortableIds, sortableId, type Id } from './ids.js';
export { pageOf, type Page } from './page.js';
export { provenShare } from './proven-share.js';
export { addDays, DAY_MS, dayStart, daysBetween, shanghaiDay, shanghaiTime, type Day } from './shanghai-day.js';
export { addWorkingDays } from './working-days.js';
export { BYTE_ORDER_MARK, csvRow } from './csv-row.js';
