export { dueAt } from './model/clock.js';
export { marksAt, nextLook } from './model/look.js';
export { standingOf } from './model/standing.js';
export { KeepFiles } from './actions/keep-files.js';
export { OpenMatter, type Matter } from './actions/open-matter.js';
export { TicketBook } from './actions/ticket-book.js';
export { TicketStore } from './store/ticket-store.js';
export { SupportModule } from './support.module.js';
