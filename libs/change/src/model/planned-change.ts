import { api, type NoticeSetting, type PlannedChange } from '@inkproof/contract';

const marks = { key: api.keys.change.settings, webhook: api.webhooks.change.settings };

const settingOf = (of: 'key' | 'webhook', member: string): NoticeSetting | 'free' => {
  const mark = marks[of];
  return typeof mark === 'object' ? (mark[member] ?? 'free') : 'free';
};

/** The key or webhook that is changed; null for a plan, of which nothing stands here. */
export const subjectOf = (change: PlannedChange): string | null => (change.of === 'plan' ? null : change.id);

/** What the platform can carry out by itself. */
export const isAutomatic = (change: PlannedChange): change is Exclude<PlannedChange, { of: 'plan' }> => change.of !== 'plan';

/** By the marks of the endpoints that make the change. */
export const settingsOf = (change: PlannedChange): NoticeSetting[] => {
  if (change.of === 'plan') return [change.setting];
  return [...new Set(Object.keys(change.values).map((member) => settingOf(change.of, member)))].filter((setting) => setting !== 'free');
};

const hostOf = (url: unknown): string => new URL(String(url)).host;

/** Whether a value is another than stands. Of an address that is called back only the host counts; of a list the order does not. */
const differs = (member: string, now: unknown, asked: unknown): boolean => {
  if (member === 'url') return hostOf(now) !== hostOf(asked);
  const plain = (value: unknown): string => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
  return plain(now) !== plain(asked);
};

/** The members that would really change and need notice. */
export const needingNotice = (of: 'key' | 'webhook', now: Readonly<Record<string, unknown>>, asked: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(asked).filter((member) => asked[member] !== undefined && settingOf(of, member) !== 'free' && differs(member, now[member], asked[member]));

/** Whether notice was given of this very value. */
export const isCovered = (change: PlannedChange, member: string, asked: unknown): boolean => {
  if (change.of === 'plan') return false;
  const values: Readonly<Record<string, unknown>> = change.values;
  return values[member] !== undefined && !differs(member, values[member], asked);
};
