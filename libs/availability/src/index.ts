export { AvailabilityModule } from './availability.module.js';
export { WatchModule } from './watch.module.js';
