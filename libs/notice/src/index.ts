export { Announce } from './actions/announce.js';
export { Notices } from './actions/notices.js';
export { AnnounceModule } from './announce.module.js';
export { noticeKinds, type NewNotice, type NoticeAudience, type NoticeKind, type NoticeStaff } from './model/notice.js';
export { NoticeModule } from './notice.module.js';
export { DeliveryStore } from './store/delivery-store.js';
export { NoticeStore } from './store/notice-store.js';
