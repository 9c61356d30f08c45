import { availabilityStandings, STATUS_DAYS, type AvailabilityStanding, type Status, type StandingSums } from '@inkproof/contract';
import { addDays, daysBetween, type Day } from '@inkproof/kernel';

const DAY_MS = 86_400_000;
const TODAY: Day = '2026-11-27';

const sums = (given: Partial<StandingSums>): StandingSums => ({ ...(Object.fromEntries(availabilityStandings.map((standing) => [standing, 0])) as StandingSums), ...given });

/** A component that was down now and then: `days` says how long, by how many days ago. */
const component = (id: string, zh: string, en: string, state: Status['components'][number]['state'], days: Record<number, Partial<Record<AvailabilityStanding, number>>> = {}): Status['components'][number] => {
  const list = daysBetween(addDays(TODAY, 1 - STATUS_DAYS), TODAY).map((day, i) => {
    const other = days[STATUS_DAYS - 1 - i] ?? {};
    const rest = DAY_MS - Object.values(other).reduce((sum, ms) => sum + ms, 0);
    return { day, milliseconds: sums({ ...other, up: rest }) };
  });
  const whole = sums({});
  for (const { milliseconds } of list) for (const standing of availabilityStandings) whole[standing] += milliseconds[standing];
  return { id, name: { zh, en }, state, milliseconds: whole, plans: [], days: list };
};

/** A status page with something of everything on it. */
export const someStatus = (changes: Partial<Status> = {}): Status => ({
  provider: '砚台科技 <Inkstone & Co>',
  page: 'https://status.ocr.example/',
  made_at: '2026-11-27T06:32:08.000Z',
  stale_at: '2026-11-27T06:37:08.000Z',
  components: [
    component('recognition', '识别 API', 'Recognition API', 'down', { 0: { provider: 754_000 }, 20: { maintenance: 5_400_000 }, 88: { unknown: DAY_MS } }),
    component('jobs', '异步任务', 'Jobs', 'up', { 14: { third_party_network: 600_000 } }),
    component('mail', '邮件', 'Mail', 'unknown', Object.fromEntries(Array.from({ length: STATUS_DAYS }, (_, i) => [i, { unknown: DAY_MS }]))),
    component('console', '控制台', 'Console', 'up'),
  ],
  incidents: [
    {
      id: 'inc_01k9zzzzzzzzzzzzzzzzzzzzzz',
      title: { zh: '识别 API 不可用', en: 'Unavailable: Recognition API' },
      state: 'identified',
      found_by: 'probe',
      components: ['recognition'],
      started_at: '2026-11-27T06:19:00.000Z',
      resolved_at: null,
      updates: [
        { at: '2026-11-27T06:28:00.000Z', state: 'identified', words: { zh: '一个节点的磁盘写满，正在腾出空间。', en: 'The disk of one node is full. Room is being made.\nNext word at 15:00.' } },
        { at: '2026-11-27T06:21:00.000Z', state: 'investigating', words: { zh: '监测发现上述服务不可用。', en: 'Our probes found it unavailable. "<b>"' } },
      ],
    },
  ],
  windows: [
    { id: 'mnt_01k9zzzzzzzzzzzzzzzzzzzzzz', title: { zh: '数据库升级', en: 'Upgrade of the database' }, text: { zh: '识别约中断 15 分钟。', en: 'Recognition is away for about a quarter of an hour.' }, kind: 'planned', state: 'scheduled', plans: [], components: [{ id: 'recognition', impact: 'unavailable' }, { id: 'jobs', impact: 'degraded' }], starts_at: '2026-12-02T18:00:00.000Z', ends_at: '2026-12-02T20:00:00.000Z', changed_at: '2026-11-26T02:00:00.000Z' },
    { id: 'mnt_01k8zzzzzzzzzzzzzzzzzzzzzz', title: { zh: '换交换机', en: 'A switch is replaced' }, text: { zh: '已取消。', en: 'Called off.' }, kind: 'planned', state: 'cancelled', plans: ['free'], components: [{ id: 'console', impact: 'unavailable' }], starts_at: '2026-11-10T18:00:00.000Z', ends_at: '2026-11-10T19:00:00.000Z', changed_at: '2026-11-08T02:00:00.000Z' },
  ],
  ...changes,
});
