export { dueAt } from './model/clock.js';
export { marksAt, nextLook } from './model/look.js';
export { standingOf } from './model/standing.js';
export { TicketStore } from './store/ticket-store.js';
export { SupportModule } from './support.module.js';
