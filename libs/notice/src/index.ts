export { Announce } from './actions/announce.js';
export { NoticeModule } from './notice.module.js';
