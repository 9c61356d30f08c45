export { Announce } from './actions/announce.js';
export { AnnounceModule } from './announce.module.js';
export { NoticeModule } from './notice.module.js';
export { DeliveryStore } from './store/delivery-store.js';
