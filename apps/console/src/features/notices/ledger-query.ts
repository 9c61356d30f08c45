import { deliveryStates, idOf, noticeChannels, noticeKinds, noticeTopics, type DeliveryState, type NoticeChannel, type NoticeKind, type NoticeTopic } from '@inkproof/contract';

type Params = Record<string, string | string[] | undefined>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const oneOf =
  (known: readonly string[]) =>
  (value: string): boolean =>
    known.includes(value);
const isId = (prefix: string) => (value: string) => idOf(prefix).safeParse(value).success;

const fits = {
  search: (value: string) => value.length <= 120,
  subject: (value: string) => value.length <= 64,
  /** A topic, or one kind of it. */
  about: oneOf([...noticeTopics, ...noticeKinds]),
  tenant: isId('ten'),
  person: isId('per'),
  channel: oneOf(noticeChannels),
  state: oneOf(deliveryStates),
  from: (value: string) => DAY.test(value),
  to: (value: string) => DAY.test(value),
};
export type LedgerName = keyof typeof fits;

/** What a list of the ledger is narrowed to. Days are those of Asia/Shanghai, the last one included. */
export type LedgerQuery = Partial<Record<LedgerName, string>>;

const onNotices: readonly LedgerName[] = ['search', 'about', 'tenant', 'from', 'to'];
const onDeliveries: readonly LedgerName[] = ['subject', 'about', 'tenant', 'person', 'channel', 'state', 'from', 'to'];

export const ledgerViews = { notices: { path: '/admin/notices', names: onNotices }, deliveries: { path: '/admin/notices/deliveries', names: onDeliveries } } as const;
export type LedgerView = keyof typeof ledgerViews;

export const readLedgerQuery = (view: LedgerView, params: Params): LedgerQuery =>
  Object.fromEntries(
    ledgerViews[view].names.flatMap((name) => {
      const value = params[name];
      return typeof value === 'string' && value.trim() && fits[name](value.trim()) ? [[name, value.trim()]] : [];
    }),
  );

type Asked = Omit<LedgerQuery, 'about' | 'tenant' | 'person' | 'channel' | 'state'> & { topic?: NoticeTopic; kind?: NoticeKind; tenant?: `ten_${string}`; person?: `per_${string}`; channel?: NoticeChannel; state?: DeliveryState };

/** As the API takes it. Each was looked at when it was read. */
export const askedOf = ({ about, ...query }: LedgerQuery): Asked => ({ ...query, ...(about && { [noticeTopics.some((topic) => topic === about) ? 'topic' : 'kind']: about }) }) as Asked;

/** A list of the ledger by its address, narrowed to what it can be narrowed to. */
export const ledgerHref = (view: LedgerView, query: LedgerQuery): string => {
  const asked = new URLSearchParams(ledgerViews[view].names.flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
  return asked.size ? `${ledgerViews[view].path}?${asked}` : ledgerViews[view].path;
};
