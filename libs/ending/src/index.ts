export { EndingModule } from './ending.module.js';
export { WatchEndings, type StopsWork } from './actions/watch-endings.js';
