import { openSpecDatabase, type SpecDatabase } from '@inkproof/spec-database';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fencedTables, insertOf, rowOf, type FencedTable } from './testing/fenced-table.js';
import { isSeenOtherwise, ours, sightsOf, teachToTry, theirs, type Sights } from './testing/look-over-fence.js';

let spec: SpecDatabase;
let owner: pg.Client;
let tables: FencedTable[];

beforeAll(async () => {
  spec = await openSpecDatabase();
  owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  await teachToTry(owner);
  tables = await fencedTables(owner);
  // One row of each side in every table. References are not asked for: what the rows say does not matter, only whose they are.
  await owner.query('SET session_replication_role = replica');
  for (const table of tables) for (const [mark, whose] of Object.entries({ ours, theirs })) await owner.query(insertOf(table, rowOf(table, whose, mark)));
  await owner.query('SET session_replication_role = DEFAULT');
});
afterAll(async () => {
  await owner.end();
  await spec.drop();
});

const inTransaction = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  await owner.query('BEGIN');
  try {
    return await work();
  } finally {
    await owner.query('ROLLBACK');
  }
};

const look = (table: FencedTable) => inTransaction(() => sightsOf(owner, table));

/** As the fence stands; looked at once. */
const standing = new Map<FencedTable, Promise<Sights>>();
const asItStands = (table: FencedTable): Promise<Sights> => {
  const seen = standing.get(table) ?? look(table);
  standing.set(table, seen);
  return seen;
};

/** What changes for anybody, in any of the table's rows, when the fence is altered. */
const isSeen = async (name: string, alteration: string): Promise<boolean> => {
  const rows = tables.filter((table) => table.name === name);
  for (const table of rows) {
    const before = await asItStands(table);
    if (await inTransaction(async () => (await owner.query(alteration), isSeenOtherwise(owner, table, before)))) return true;
  }
  return false;
};

it('shows nobody a row of another tenant or person, and shows nothing at all to a transaction that stands for nobody', async () => {
  for (const table of tables) {
    const { tenant, person, nobody } = await asItStands(table);
    expect({ table: table.name, tenant, person, nobody }).toEqual({ table: table.name, tenant: expect.not.stringContaining('theirs'), person: expect.not.stringContaining('theirs'), nobody: 'nothing' });
  }
});

it('lets each scope do what was decided for it and nothing more', async () => {
  const lines: string[] = [];
  for (const table of tables) for (const [scope, sight] of Object.entries(await asItStands(table))) if (sight !== 'nothing') lines.push(`${table.name.padEnd(22)} ${table.sort.padEnd(8)} ${scope.padEnd(9)} ${sight}`);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./fences.txt');
});

describe('not one policy could go or be loosened unseen', () => {
  const policies = () => [...new Map(tables.map((table) => [table.name, table])).values()].flatMap(({ name, policies }) => policies.map((policy) => ({ table: name, ...policy })));
  const unseen = async (alterations: { of: string; table: string; sql: string }[]) => {
    const missed: string[] = [];
    for (const { of, table, sql } of alterations) if (!(await isSeen(table, sql))) missed.push(of);
    return missed;
  };

  it('when it is dropped', async () => {
    expect(await unseen(policies().map(({ table, name }) => ({ of: `${table}.${name}`, table, sql: `DROP POLICY "${name}" ON "${table}"` })))).toEqual([]);
  }, 120_000);

  it('when it lets everything through', async () => {
    // The gate may see all there is: its functions answer for one secret each.
    const narrow = policies().filter(({ roles }) => !roles.includes('inkproof_gate'));
    const loosened = ({ table, name, command }: { table: string; name: string; command: string }) =>
      `ALTER POLICY "${name}" ON "${table}" ${command === 'INSERT' ? '' : 'USING (true)'} ${command === 'SELECT' || command === 'DELETE' ? '' : 'WITH CHECK (true)'}`;
    expect(await unseen(narrow.map((policy) => ({ of: `${policy.table}.${policy.name}`, table: policy.table, sql: loosened(policy) })))).toEqual([]);
  });

  it('when row security is no longer enforced', async () => {
    expect(await unseen([...new Set(tables.map(({ name }) => name))].map((table) => ({ of: table, table, sql: `ALTER TABLE "${table}" DISABLE ROW LEVEL SECURITY` })))).toEqual([]);
  });
});
