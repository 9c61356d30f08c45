export { ReadDrawnPage } from './actions/read-drawn-page.js';
export { AvailabilityModule } from './availability.module.js';
export { WatchModule } from './watch.module.js';
