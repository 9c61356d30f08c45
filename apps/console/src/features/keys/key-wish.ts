import { keyScopes, retentions, type ApiKey, type KeyChange } from '@inkproof/contract';
import { dayOf } from '../../words/moments';

type Terms = Required<KeyChange>;

const words = (fields: FormData, name: string): string => String(fields.get(name) ?? '').trim();

/** A day of Asia/Shanghai is over at 16:00 UTC; a key that is good until a day is good on that day. */
const afterDay = (day: string): string | null => (day ? `${day}T16:00:00.000Z` : null);

/** The last day on which a key works, for a field that takes days. */
export const lastDayOf = (expiresAt: string | null): string => (expiresAt === null ? '' : dayOf(new Date(Date.parse(expiresAt) - 1).toISOString()));

/** What the form of a key says. `key` is what it was drawn from: a day that was not touched stays the very moment it was. */
export const wishOf = (fields: FormData, key?: Pick<ApiKey, 'expires_at'>): Terms => {
  const day = words(fields, 'expires');
  const perSecond = words(fields, 'perSecond');
  return {
    label: words(fields, 'label'),
    purpose: words(fields, 'purpose') || null,
    scopes: keyScopes.filter((scope) => fields.getAll('scopes').includes(scope)),
    retention: retentions.find((one) => one === fields.get('retention')) ?? 'none',
    allowed_addresses: words(fields, 'addresses').split(/[\s,，;；]+/).filter(Boolean),
    expires_at: key && day === lastDayOf(key.expires_at) ? key.expires_at : afterDay(day),
    requests_per_second: perSecond ? Number(perSecond) : null,
  };
};
