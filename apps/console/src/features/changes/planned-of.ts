import { type ApiKey, declaredSettings, type PlannedChange, retentions, type Webhook } from '@inkproof/contract';

/** What can be chosen: a key, a webhook, or a plan by its setting. */
export interface Subjects {
  keys: readonly ApiKey[];
  webhooks: readonly Webhook[];
}

const words = (fields: FormData, name: string): string => String(fields.get(name) ?? '').trim();
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const ofKey = (key: ApiKey, fields: FormData): PlannedChange | null => {
  const perSecond = words(fields, 'perSecond');
  const asked = {
    purpose: words(fields, 'purpose') || null,
    allowed_addresses: words(fields, 'addresses').split(/[\s,，;；]+/).filter(Boolean),
    requests_per_second: perSecond ? Number(perSecond) : null,
    retention: retentions.find((one) => one === fields.get('retention')) ?? key.retention,
  };
  const values = Object.fromEntries(Object.entries(asked).filter(([member, value]) => !same(value, key[member as keyof typeof asked])));
  return Object.keys(values).length ? { of: 'key', id: key.id, values } : null;
};

/** What the form asks to be changed, with the values that would become others; null where none would. */
export const plannedOf = (subject: string, fields: FormData, { keys, webhooks }: Subjects): PlannedChange | null => {
  const key = keys.find(({ id }) => id === subject);
  if (key) return ofKey(key, fields);
  const webhook = webhooks.find(({ id }) => id === subject);
  if (webhook) return words(fields, 'url') === webhook.url || !URL.canParse(words(fields, 'url')) ? null : { of: 'webhook', id: webhook.id, values: { url: words(fields, 'url') } };
  const setting = declaredSettings.find((one) => one === subject);
  return setting && words(fields, 'plan') ? { of: 'plan', setting, words: words(fields, 'plan') } : null;
};
