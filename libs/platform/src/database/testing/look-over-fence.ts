import pg, { type Client } from 'pg';
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

/** Thrown by what was tried so that nothing of it stays. */
const UNDONE = 'IP001';

/**
 * Teaches a connection to try a statement that may fail and to leave nothing of it behind. It answers how many rows were
 * touched, or null when row security, grants or a column refused it. The store tries all that one scope may do at one word: each
 * statement by itself, with what keeps it apart, was ten thousands of words.
 */
export const teachToTry = (client: Client): Promise<unknown> =>
  client.query(`CREATE FUNCTION pg_temp.tried(statement text) RETURNS integer LANGUAGE plpgsql AS $$
    DECLARE touched integer;
    BEGIN
      EXECUTE statement;
      GET DIAGNOSTICS touched = ROW_COUNT;
      RAISE SQLSTATE '${UNDONE}';
    EXCEPTION
      WHEN SQLSTATE '${UNDONE}' THEN RETURN touched;
      WHEN insufficient_privilege OR not_null_violation THEN RETURN NULL;
      -- What breaks another rule than this was let through the fence.
      WHEN OTHERS THEN RETURN 1;
    END $$`);

const literal = (value: unknown): string => (value === null ? 'NULL' : pg.escapeLiteral(Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : Array.isArray(value) ? '{}' : String(value)));
const filled = (text: string, values: unknown[]): string => text.replace(/\$(\d+)/g, (_, at: string) => literal(values[Number(at) - 1]));

/** Something that somebody may try, and what to call it. */
type Attempt = [what: string, text: string, values: unknown[]];

/** Which of these a role got done in the name of a scope. The client is in a transaction and ends it afterwards. */
const doneOf = async (client: Client, role: string, scope: [string, string] | null, attempts: readonly Attempt[]): Promise<[what: string, rows: number][]> => {
  const speak = (value: string): string => (scope ? `SELECT set_config(${literal(scope[0])}, ${literal(value)}, true);` : 'SELECT;');
  const told = attempts.map(([, text, values]) => `pg_temp.tried(${pg.escapeLiteral(filled(text, values))})`).join(', ');
  const answers = (await client.query({ text: `SET LOCAL ROLE ${role}; ${speak(scope?.[1] ?? '')} SELECT ${told}; RESET ROLE; ${speak('')}`, rowMode: 'array' })) as unknown as { rows: (number | null)[][] }[];
  return answers[2]!.rows[0]!.flatMap((rows, at): [string, number][] => (rows ? [[attempts[at]![0], rows]] : []));
};

/** What the role sees, adds, changes, moves and removes of both sides' rows of one table, in a transaction that stands for one scope. */
const sightOf = async (client: Client, table: FencedTable, role: string, scope: [string, string] | null): Promise<Sight> => {
  const { name, ownerColumn: column } = table;
  const changed = table.changeable[role];
  const attempts = Object.entries({ ours, theirs }).flatMap(([side, whose]): Attempt[] => {
    const value = whose[table.of];
    const { text, values } = insertOf(table, rowOf(table, whose, `new-${side}`));
    return [
      [`sees ${side}`, `SELECT FROM "${name}" WHERE "${column}" = $1`, [value]],
      ...(changed ? [[`changes ${side}`, `UPDATE "${name}" SET "${changed}" = "${changed}" WHERE "${column}" = $1`, [value]] satisfies Attempt] : []),
      [`removes ${side}`, `DELETE FROM "${name}" WHERE "${column}" = $1`, [value]],
      [`adds ${side}`, text, values],
    ];
  });
  // Some rows are nobody's in particular, such as mail that concerns no tenant.
  const { text, values } = insertOf(table, { ...rowOf(table, ours, 'new'), [column]: null });
  attempts.push(['adds nobody’s', text, values], ['moves ours to theirs', `UPDATE "${name}" SET "${column}" = $2 WHERE "${column}" = $1`, [ours[table.of], theirs[table.of]]]);
  return (await doneOf(client, role, scope, attempts)).map(([what]) => what).join(', ') || 'nothing';
};

/** What the gate's functions can work with. Some of its grants are for single columns, and its rows are everybody's. */
const gateSightOf = async (client: Client, table: FencedTable): Promise<Sight> => {
  const { name, changeable } = table;
  const changed = changeable['inkproof_gate'];
  const { text, values } = insertOf(table, rowOf(table, ours, 'new'));
  const attempts: Attempt[] = [['sees', `SELECT FROM "${name}"`, []], ...(changed ? [['changes', `UPDATE "${name}" SET "${changed}" = DEFAULT`, []] satisfies Attempt] : []), ['removes', `DELETE FROM "${name}"`, []], ['adds', text, values]];
  return (await doneOf(client, 'inkproof_gate', null, attempts)).map(([what, rows]) => `${what} ${rows}`).join(', ') || 'nothing';
};

/** How every role and scope sees a table. */
const looks: Record<string, (client: Client, table: FencedTable) => Promise<Sight>> = {
  ...Object.fromEntries(Object.entries(scopes).map(([name, scope]) => [name, (client: Client, table: FencedTable) => sightOf(client, table, 'inkproof_app', scope)])),
  gate: gateSightOf,
};

export type Sights = Record<string, Sight>;

export const sightsOf = async (client: Client, table: FencedTable): Promise<Sights> => {
  const sights: Sights = {};
  for (const [name, look] of Object.entries(looks)) sights[name] = await look(client, table);
  return sights;
};

/** Whether anybody sees a table otherwise than before. */
export const isSeenOtherwise = async (client: Client, table: FencedTable, before: Sights): Promise<boolean> => {
  for (const [name, look] of Object.entries(looks)) if ((await look(client, table)) !== before[name]) return true;
  return false;
};
