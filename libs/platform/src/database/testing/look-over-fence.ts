import type { Client } from 'pg';
import { idOf, insertOf, rowOf, type FencedTable } from './fenced-table.js';

export const [ours, theirs] = [
  { tenant: 'ten_ours', person: 'per_ours', parent: idOf('ours', 'tenant') },
  { tenant: 'ten_theirs', person: 'per_theirs', parent: idOf('theirs', 'tenant') },
];

/** What a transaction may stand for, and the setting by which it says so. */
export const scopes: Record<string, [setting: string, value: string] | null> = {
  tenant: ['app.tenant_id', ours.tenant],
  person: ['app.person_id', ours.person],
  provider: ['app.scope', 'provider'],
  // Under an access to our tenant that runs. The gateway says the provider beside it.
  support: ['app.support', ours.parent],
  nobody: null,
};

/** `sees ours, changes ours`: what can be done to which rows of a table. */
export type Sight = string;

const RLS_REFUSED = '42501';
const NOT_NULL_VIOLATION = '23502';

/** Runs one statement that may fail and leaves nothing behind. Answers how many rows it touched, or null when row security, grants or a column refused it. */
const tried = async (client: Client, text: string, values: unknown[]): Promise<number | null> => {
  await client.query('SAVEPOINT attempt');
  try {
    return (await client.query(text, values)).rowCount ?? 0;
  } catch (error) {
    // What breaks another rule than this was let through the fence.
    return [RLS_REFUSED, NOT_NULL_VIOLATION].includes((error as { code: string }).code) ? null : 1;
  } finally {
    await client.query('ROLLBACK TO SAVEPOINT attempt');
  }
};

/**
 * What the role sees, adds, changes, moves and removes of both sides' rows of one table, in a transaction that stands for one scope.
 * The client is in a transaction and ends it afterwards.
 */
export const sightOf = async (client: Client, table: FencedTable, role: string, scope: [string, string] | null): Promise<Sight> => {
  await client.query(`SET LOCAL ROLE ${role}`);
  if (scope) await client.query('SELECT set_config($1, $2, true)', scope);
  const column = table.ownerColumn;
  const seen: string[] = [];
  const note = (what: string, side: string, rows: number | null): void => void (rows && seen.push(`${what} ${side}`));
  for (const [side, whose] of Object.entries({ ours, theirs })) {
    const value = whose[table.of];
    note('sees', side, await tried(client, `SELECT FROM "${table.name}" WHERE "${column}" = $1`, [value]));
    const changed = table.changeable[role];
    if (changed) note('changes', side, await tried(client, `UPDATE "${table.name}" SET "${changed}" = "${changed}" WHERE "${column}" = $1`, [value]));
    note('removes', side, await tried(client, `DELETE FROM "${table.name}" WHERE "${column}" = $1`, [value]));
    const { text, values } = insertOf(table, rowOf(table, whose, `new-${side}`));
    note('adds', side, await tried(client, text, values));
  }
  // Some rows are nobody's in particular, such as mail that concerns no tenant.
  const { text, values } = insertOf(table, { ...rowOf(table, ours, 'new'), [column]: null });
  note('adds', 'nobody’s', await tried(client, text, values));
  note('moves', 'ours to theirs', await tried(client, `UPDATE "${table.name}" SET "${column}" = $2 WHERE "${column}" = $1`, [ours[table.of], theirs[table.of]]));
  await client.query('RESET ROLE');
  if (scope) await client.query(`SELECT set_config($1, '', true)`, [scope[0]]);
  return seen.join(', ') || 'nothing';
};

/** What the gate's functions can work with. Some of its grants are for single columns, and its rows are everybody's. */
const gateSightOf = async (client: Client, table: FencedTable): Promise<Sight> => {
  const { name, changeable } = table;
  await client.query('SET LOCAL ROLE inkproof_gate');
  const seen: string[] = [];
  const note = (what: string, count: number | null): void => void (count && seen.push(`${what} ${count}`));
  note('sees', await tried(client, `SELECT FROM "${name}"`, []));
  const changed = changeable['inkproof_gate'];
  if (changed) note('changes', await tried(client, `UPDATE "${name}" SET "${changed}" = DEFAULT`, []));
  note('removes', await tried(client, `DELETE FROM "${name}"`, []));
  const { text, values } = insertOf(table, rowOf(table, ours, 'new'));
  note('adds', await tried(client, text, values));
  await client.query('RESET ROLE');
  return seen.join(', ') || 'nothing';
};

/** The same for every role and scope. */
export const sightsOf = async (client: Client, table: FencedTable): Promise<Record<string, Sight>> => {
  const sights: Record<string, Sight> = {};
  for (const [name, scope] of Object.entries(scopes)) sights[name] = await sightOf(client, table, 'inkproof_app', scope);
  sights['gate'] = await gateSightOf(client, table);
  return sights;
};
