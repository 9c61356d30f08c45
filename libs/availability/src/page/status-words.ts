import type { AvailabilityStanding, ComponentState, IncidentState } from '@inkproof/contract';
import { provenShare } from '@inkproof/kernel';

/** Every word of the status page. It is drawn where no console is, so it brings its own. */
export interface StatusWords {
  lang: string;
  title: string;
  brand: string;
  other: { name: string; href: string; lang: string };
  headline: { up: string; down: string; maintenance: string; unknown: string };
  madeAt: string;
  staleTitle: string;
  stale: string;
  days: string;
  narrowDays: string;
  today: string;
  others: string;
  byCause: string;
  component: Record<ComponentState, string>;
  standing: Record<AvailabilityStanding, string>;
  incidents: string;
  noIncidents: string;
  incident: Record<IncidentState, string>;
  windows: string;
  windowState: Record<string, string>;
  overrun: string;
  history: string;
  impact: Record<string, string>;
  /** Whose tenants something concerns. */
  onPlans: (plans: readonly string[]) => string;
  onPlan: (plan: string) => string;
  runBy: string;
  days_: (days: number) => string;
  hours: (hours: number) => string;
  minutes: (minutes: number) => string;
  seconds: (seconds: number) => string;
}

export const statusWords: Record<'zh' | 'en', StatusWords> = {
  zh: {
    lang: 'zh-CN',
    title: '服务状态',
    brand: '墨证 Inkproof',
    other: { name: 'English', href: 'en.html', lang: 'en' },
    headline: { up: '全部服务正常', down: '部分服务不可用', maintenance: '正在维护', unknown: '暂无读数' },
    madeAt: '制作于',
    staleTitle: '这一页已经过时',
    stale: '下面是制作时的情况，此后没有更新，现在可能不同。',
    days: '近 90 日',
    narrowDays: '近 90 日，图为后 45 日',
    today: '今天',
    others: '维护或其他原因',
    byCause: '不可用时间按原因计，每一刻只计一次。没有读数的时间不算正常：有这样的时间，正常比例写作“≥”；读数不足一半时不写比例。',
    component: { up: '正常', down: '不可用', maintenance: '维护中', unknown: '无读数' },
    standing: { up: '正常', unknown: '无读数', provider: '我方原因', maintenance: '已公告的维护', third_party_network: '第三方网络', force_majeure: '不可抗力', suspension: '暂停服务', tenant: '用户原因' },
    incidents: '事件',
    noIncidents: '近 90 日没有事件。',
    incident: { investigating: '调查中', identified: '已查明', monitoring: '观察中', resolved: '已解决' },
    windows: '维护',
    windowState: { scheduled: '已安排', in_progress: '进行中', verifying: '验证中', completed: '已完成', cancelled: '已取消' },
    overrun: '已超时',
    history: '逐日记录',
    impact: { degraded: '变慢', unavailable: '不可用' },
    onPlans: (plans) => `仅限套餐：${plans.join('、')}`,
    onPlan: (plan) => `${plan} 套餐`,
    runBy: '运营者',
    days_: (days) => `${days} 天`,
    hours: (hours) => `${hours} 小时`,
    minutes: (minutes) => `${minutes} 分`,
    seconds: (seconds) => `${seconds} 秒`,
  },
  en: {
    lang: 'en',
    title: 'Service status',
    brand: '墨证 Inkproof',
    other: { name: '中文', href: 'index.html', lang: 'zh-CN' },
    headline: { up: 'Everything is up', down: 'Parts of the service are down', maintenance: 'Under maintenance', unknown: 'No readings at present' },
    madeAt: 'Made at',
    staleTitle: 'This page is out of date',
    stale: 'What stands below was so when the page was made. It has not been made anew since, and things may be different now.',
    days: 'Last 90 days',
    narrowDays: 'Last 90 days; the chart shows 45',
    today: 'today',
    others: 'Maintenance or other causes',
    byCause: 'Time without service is counted by its cause, each instant once. Time without a reading does not count as up: where there is some, the share stands behind “≥”, and where it is most of the time there is none.',
    component: { up: 'Up', down: 'Down', maintenance: 'Maintenance', unknown: 'No reading' },
    standing: { up: 'Up', unknown: 'No reading', provider: 'Our fault', maintenance: 'Announced maintenance', third_party_network: 'Network of others', force_majeure: 'Force majeure', suspension: 'Suspension', tenant: 'The customer’s own' },
    incidents: 'Incidents',
    noIncidents: 'No incident in the last 90 days.',
    incident: { investigating: 'Investigating', identified: 'Identified', monitoring: 'Monitoring', resolved: 'Resolved' },
    windows: 'Maintenance',
    windowState: { scheduled: 'Scheduled', in_progress: 'In progress', verifying: 'Verifying', completed: 'Completed', cancelled: 'Cancelled' },
    overrun: 'Overrun',
    history: 'Day by day',
    impact: { degraded: 'slower', unavailable: 'unavailable' },
    onPlans: (plans) => `Only on these plans: ${plans.join(', ')}`,
    onPlan: (plan) => `Plan ${plan}`,
    runBy: 'Run by',
    days_: (days) => `${days} d`,
    hours: (hours) => `${hours} h`,
    minutes: (minutes) => `${minutes} min`,
    seconds: (seconds) => `${seconds} s`,
  },
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The two greatest units of a duration: 3 d 2 h, 12 min. */
export const lasting = (ms: number, words: StatusWords): string => {
  const units: [ms: number, say: (count: number) => string][] = [[DAY, words.days_], [HOUR, words.hours], [MINUTE, words.minutes], [1_000, words.seconds]];
  const at = units.findIndex(([unit]) => ms >= unit);
  if (at < 0) return words.seconds(0);
  const [[unit, say], next] = [units[at]!, units[at + 1]];
  const rest = next ? Math.floor((ms % unit) / next[0]) : 0;
  return rest > 0 ? `${say(Math.floor(ms / unit))} ${next![1](rest)}` : say(Math.floor(ms / unit));
};

/** The share of the time that was proven up (`provenShare`). */
export const upShare = (milliseconds: Record<AvailabilityStanding, number>): string | null => provenShare(milliseconds.up, milliseconds.unknown, Object.values(milliseconds).reduce((sum, ms) => sum + ms, 0));
