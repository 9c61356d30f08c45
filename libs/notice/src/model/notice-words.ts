import type { NoticeKind } from '@inkproof/contract';
import type { NoticeValues } from './notice.js';

/** One notice as people read it, in one language. */
export interface NoticeText {
  title: string;
  paragraphs: string[];
}

type Language = keyof NoticeValues;

/** What comes before the title of the matter. */
const saying: Record<Language, Record<NoticeKind, string>> = {
  zh: {
    'maintenance.scheduled': '维护公告',
    'maintenance.day_before': '维护将在 24 小时内开始',
    'maintenance.hour_before': '维护将在 1 小时内开始',
    'maintenance.started': '维护已开始',
    'maintenance.overrun': '维护超过预定时间',
    'maintenance.completed': '维护已完成',
    'maintenance.changed': '维护安排有变更',
    'maintenance.cancelled': '维护已取消',
    'change.received': '收到配置变更通知',
    'change.accepted': '配置变更通知已接受',
    'change.refused': '配置变更通知未获接受',
    'change.due': '配置变更可以执行',
    'change.applied': '配置变更已生效',
    'change.lapsed': '配置变更通知已失效',
    'change.nearly_over': '紧急变更的 24 小时已过五分之四',
    'change.overdue': '紧急变更已超过 24 小时',
    'security.received': '收到安全通知',
    'security.suspected': '发现异常流量',
    'api.deprecated': '接口将停用',
    'api.changed': '服务将有不兼容变更',
    'api.withdrawn': '变更已撤回',
    'service.cancelled': '服务将取消',
    'incident.opened': '服务中断',
    'incident.updated': '服务中断进展',
    'incident.resolved': '服务已恢复',
  },
  en: {
    'maintenance.scheduled': 'Maintenance announced',
    'maintenance.day_before': 'Maintenance begins within 24 hours',
    'maintenance.hour_before': 'Maintenance begins within an hour',
    'maintenance.started': 'Maintenance has begun',
    'maintenance.overrun': 'Maintenance takes longer than announced',
    'maintenance.completed': 'Maintenance is over',
    'maintenance.changed': 'Maintenance was rescheduled or changed',
    'maintenance.cancelled': 'Maintenance was cancelled',
    'change.received': 'A change notice was received',
    'change.accepted': 'Your change notice was accepted',
    'change.refused': 'Your change notice was not accepted',
    'change.due': 'A change may be made now',
    'change.applied': 'A change has taken effect',
    'change.lapsed': 'A change notice has lapsed',
    'change.nearly_over': 'An urgent change has used four fifths of its 24 hours',
    'change.overdue': 'An urgent change is over its 24 hours',
    'security.received': 'A security notice was received',
    'security.suspected': 'Unusual traffic was seen',
    'api.deprecated': 'An endpoint is going away',
    'api.changed': 'An incompatible change is coming',
    'api.withdrawn': 'A change was taken back',
    'service.cancelled': 'The service is ending',
    'incident.opened': 'Parts of the service are down',
    'incident.updated': 'How an incident stands',
    'incident.resolved': 'An incident is over',
  },
};

/** How a named value is introduced. `title` goes into the title, `text` stands by itself; a name that is not here is shown without one. */
const labels: Record<Language, Record<string, string>> = {
  zh: { tenant: '甲方', kind: '类别', impact: '影响', components: '涉及', start: '开始', end: '结束', reason: '原因', setting: '配置项', effective: '生效时间', earliest: '最早生效', due: '截止', applied: '生效于', since: '起始', endpoint: '接口', sunset: '停用日期' },
  en: { tenant: 'Tenant', kind: 'Kind', impact: 'Impact', components: 'Concerns', start: 'Begins', end: 'Ends', reason: 'Reason', setting: 'Setting', effective: 'Takes effect', earliest: 'At the earliest', due: 'Due', applied: 'Took effect', since: 'Since', endpoint: 'Endpoint', sunset: 'Gone from' },
};
const joint: Record<Language, string> = { zh: '：', en: ': ' };

export const languages = ['zh', 'en'] as const;

/** What is told, in words: whatever it was given is said, in the order in which it was given. */
export const noticeText = (kind: NoticeKind, values: NoticeValues, language: Language): NoticeText => {
  const { title, ...rest } = values[language];
  const paragraphs = Object.entries(rest)
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => (labels[language][name] ? `${labels[language][name]}${joint[language]}${value}` : value));
  return { title: title ? `${saying[language][kind]}${joint[language]}${title}` : saying[language][kind], paragraphs };
};
