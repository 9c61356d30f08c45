import pg from 'pg';
import type { Asked } from './statement-law.js';

/** Every statement of this process in a transaction of one tenant's, once; what is looked at under a support access is one tenant's too. */
const heard = new Map<string, Asked>();

/** For whom each connection speaks now. */
const subjects = new WeakMap<object, { isTenant?: boolean; byProvider?: boolean }>();
/** Whether it speaks for one tenant. */
export const isOfTenant = (connection: object): boolean => subjects.get(connection)?.isTenant ?? false;

/** Takes note of a statement that goes through a connection, or of one that might have. */
export const listen = (connection: object, text: string): void => {
  if (/^(BEGIN|COMMIT|ROLLBACK)$/.test(text)) return void subjects.delete(connection);
  const subject = subjects.get(connection) ?? {};
  if (/^SELECT set_config\('app\.(tenant_id|support)'/.test(text)) return void subjects.set(connection, { ...subject, isTenant: true });
  if (text.startsWith("SELECT set_config('app.scope'")) return void subjects.set(connection, { ...subject, byProvider: true });
  const { isTenant = false, byProvider = false } = subject;
  if (isTenant) heard.set(`${byProvider} ${text}`, { text, byProvider });
};

const ask = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown;
pg.Client.prototype.query = function overheard(this: pg.Client, ...given: unknown[]) {
  const [question] = given as [string | { text?: string }];
  const text = typeof question === 'string' ? question : question.text;
  if (text !== undefined) listen(this, text);
  return ask.apply(this, given);
} as typeof pg.Client.prototype.query;

/** What was heard since this was asked last. */
export const takeHeard = (): Asked[] => {
  const all = [...heard.values()];
  heard.clear();
  return all;
};
