import type { Client } from 'pg';

interface Column {
  name: string;
  type: string;
  labels: string[] | null;
}

/** A table with row-level security, and the column by which a row is somebody's. */
export interface FencedTable {
  name: string;
  /** Whose the rows are that are looked at. */
  of: 'tenant' | 'person';
  ownerColumn: string;
  columns: Column[];
  policies: { name: string; command: string; roles: string[] }[];
}

type Owners = Partial<Record<FencedTable['of'], string>>;

/** Tables whose rows are somebody's by another column than `tenant_id`, or else `person_id`. Some hold rows of both. */
const otherwise: Record<string, Owners> = {
  tenant: { tenant: 'id' },
  person: { person: 'id' },
  session: { person: 'person_id' },
  audit_entry: { tenant: 'chain' },
  audit_checkpoint: { tenant: 'chain' },
  idempotent_call: { tenant: 'subject', person: 'subject' },
};

const ownersOf = (name: string, columns: readonly Column[]): Owners => {
  const has = (column: string): boolean => columns.some((one) => one.name === column);
  const owners = otherwise[name] ?? (has('tenant_id') ? { tenant: 'tenant_id' } : has('person_id') ? { person: 'person_id' } : undefined);
  if (!owners) throw new Error(`By which column is a row of ${name} somebody's? Say it here.`);
  return owners;
};

/** Every fenced table of the database, as the catalogue has it. */
export const fencedTables = async (owner: Client): Promise<FencedTable[]> => {
  const { rows } = await owner.query<{ name: string; columns: Column[]; policies: FencedTable['policies'] | null }>(`
    SELECT c.relname AS name,
      (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', t.typname, 'labels', (SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)) ORDER BY a.attnum)
       FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
         AND (a.attnotnull OR a.attname IN ('tenant_id', 'person_id', 'chain', 'subject'))) AS columns,
      (SELECT jsonb_agg(jsonb_build_object('name', p.policyname, 'command', p.cmd, 'roles', p.roles::text[]) ORDER BY p.policyname) FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname) AS policies
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity ORDER BY c.relname`);
  return rows.flatMap(({ name, columns, policies }) =>
    (Object.entries(ownersOf(name, columns)) as [FencedTable['of'], string][]).map(([of, ownerColumn]) => ({ name, of, ownerColumn, columns, policies: policies ?? [] })),
  );
};

/** Some value that the column takes. `mark` makes rows of one table differ wherever they must. */
const someValue = ({ type, labels }: Column, mark: string): unknown => {
  if (labels) return labels[0];
  if (type.startsWith('_')) return [];
  if (['int2', 'int4', 'int8', 'float8', 'numeric'].includes(type)) return mark.charCodeAt(mark.length - 1);
  if (type === 'uuid') return `00000000-0000-4000-8000-${Buffer.from(mark).toString('hex').slice(-12).padStart(12, '0')}`;
  if (type === 'bool') return false;
  if (type === 'timestamptz') return '2026-11-26T00:00:00Z';
  if (type === 'date') return '2026-11-26';
  if (type === 'bytea') return Buffer.from(mark);
  if (type === 'jsonb' || type === 'json') return '{}';
  if (type === 'inet' || type === 'cidr') return '127.0.0.1';
  return mark;
};

/** Whom a column of this name points to, when it is not the one by which the row is somebody's. */
const pointedTo: Record<string, FencedTable['of']> = { tenant_id: 'tenant', person_id: 'person' };

/** Values for one row of a tenant's or a person's, by column. */
export const rowOf = ({ columns, of, ownerColumn }: FencedTable, whose: Record<FencedTable['of'], string>, mark: string): Record<string, unknown> =>
  Object.fromEntries(columns.map((column) => {
    const pointed = column.name === ownerColumn ? of : pointedTo[column.name];
    return [column.name, pointed ? whose[pointed] : someValue(column, `${mark}-${of}`)];
  }));

export const insertOf = (table: FencedTable, row: Record<string, unknown>): { text: string; values: unknown[] } => {
  const names = Object.keys(row);
  return { text: `INSERT INTO "${table.name}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`, values: Object.values(row) };
};
