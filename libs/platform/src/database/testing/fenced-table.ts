import { createHash } from 'node:crypto';
import type { Client } from 'pg';

interface Column {
  name: string;
  type: string;
  labels: string[] | null;
}

/** By what the rows of a table are somebody's: their tenant, their person, or a row of another table that is. */
type Bond = 'tenant' | 'person' | 'parent';

/** Rows of one sort in a table with row-level security. */
export interface FencedTable {
  name: string;
  /** Tells sorts of rows of one table apart. */
  sort: string;
  of: Bond;
  ownerColumn: string;
  /** What makes a row one of this sort, or acceptable to the table's own rules. */
  fixed: Record<string, unknown>;
  columns: Column[];
  /** Some column that each role may change, where there is one. */
  changeable: Partial<Record<string, string>>;
  policies: { name: string; command: string; roles: string[] }[];
}

type Sort = Pick<FencedTable, 'of' | 'ownerColumn'> & Partial<Pick<FencedTable, 'sort' | 'fixed'>>;

const ofTenant = (ownerColumn: string): Sort => ({ of: 'tenant', ownerColumn });
const ofPerson = (ownerColumn: string): Sort => ({ of: 'person', ownerColumn });
const sha256OfNothing = createHash('sha256').digest('hex');
const EMPTY_SHA256 = createHash('sha256').update('{}').digest('hex');
const approval = (side: string): Sort => ({ of: 'tenant', ownerColumn: 'tenant_id', sort: side, fixed: { side, payload: '{}', payload_sha256: EMPTY_SHA256, revision: 1 } });
const ofApproval = (fixed: Sort['fixed'] = {}): Sort => ({ of: 'parent', ownerColumn: 'approval_id', fixed });

/** Rows of a filing that is still written, and of one that was handed in: they name each other by their sort. */
const ofFiling = (fixed: Record<string, unknown> = {}, whenHandedIn: Record<string, unknown> = {}): Sort[] => [
  { ...ofTenant('tenant_id'), sort: 'draft', fixed },
  { ...ofTenant('tenant_id'), sort: 'handed in', fixed: { ...fixed, ...whenHandedIn } },
];

/** What people ask of a tenant, and what the provider passed on to it. */
const ofRequest = (fixed: Record<string, unknown>): Sort[] => [
  { ...ofTenant('tenant_id'), sort: 'asked', fixed: { ...fixed, source: 'form' } },
  { ...ofTenant('tenant_id'), sort: 'forwarded', fixed: { ...fixed, source: 'forwarded' } },
];

const takenBackEnd = { announced_at: '2026-10-01T00:00:00Z', ends_at: '2026-12-01T00:00:00Z', taken_back_at: '2026-11-01T00:00:00Z' };

/** Tables whose rows are somebody's by another column than `tenant_id`, or else `person_id`, or that hold rows of several sorts. */
const otherwise: Record<string, Sort[]> = {
  tenant: [ofTenant('id')],
  person: [ofPerson('id')],
  session: [ofPerson('person_id')],
  audit_entry: [ofTenant('chain')],
  audit_checkpoint: [ofTenant('chain')],
  idempotent_call: [ofTenant('subject'), ofPerson('subject')],
  support_access: [{ ...ofTenant('tenant_id'), fixed: { opened_at: '2998-12-31T23:00:00Z', ends_at: '2999-01-01T00:00:00Z' } }],
  mail: [{ ...ofTenant('tenant_id'), fixed: { recipient_box: 'x' } }],
  invitation: [{ ...ofTenant('tenant_id'), fixed: { member_role: 'viewer', email: 'x' } }],
  ticket_event: [
    { ...ofTenant('tenant_id'), sort: 'said by the tenant', fixed: { side: 'tenant', kind: 'linked', by: 'x' } },
    { ...ofTenant('tenant_id'), sort: 'said by the provider', fixed: { side: 'provider', kind: 'linked', by: 'x' } },
  ],
  change_notice: [{ ...ofTenant('tenant_id'), fixed: { urgency: 'urgent', settings: '{}' } }],
  change_event: [
    { ...ofTenant('tenant_id'), sort: 'said by the tenant', fixed: { side: 'tenant', by: 'x' } },
    { ...ofTenant('tenant_id'), sort: 'said by the provider', fixed: { side: 'provider', by: 'x' } },
  ],
  security_notice: [
    { ...ofTenant('tenant_id'), sort: 'reported', fixed: { origin: 'reported', by: 'x', words: 'x' } },
    { ...ofTenant('tenant_id'), sort: 'detected', fixed: { origin: 'detected', ended_at: '2026-11-26T00:00:00Z' } },
  ],
  quota_ring: [{ ...ofTenant('tenant_id'), fixed: { instants: '{}' } }],
  quota_span: [{ ...ofTenant('tenant_id'), fixed: { instants: '{}' } }],
  // A notice to several is seen by those whom it concerns.
  notice: [{ ...ofTenant('tenant_id'), sort: 'to one' }, { of: 'parent', ownerColumn: 'id', sort: 'to several', fixed: { tenant_id: null } }],
  notice_delivery: [{ ...ofTenant('tenant_id'), fixed: { channel: 'webhook', person_id: null } }],
  // Without triggers a row of one tenant is taken for what it is; those of everybody are seen by the specs of the ledger.
  outage: [{ ...ofTenant('tenant_id'), fixed: { found_by: 'staff', entered_by: 'per_x', words: 'x' } }],
  outage_booking: [{ ...ofTenant('tenant_id'), fixed: { place: 1 } }],
  changelog_entry: [{ ...ofPerson('drafted_by'), fixed: { kind: 'fixed', compatible: true } }],
  // Ends that were taken back: of those that stand a tenant has one.
  service_end: [
    { ...ofTenant('tenant_id'), sort: 'by the tenant', fixed: { side: 'tenant', ...takenBackEnd } },
    { ...ofTenant('tenant_id'), sort: 'by the provider', fixed: { side: 'provider', approval_id: 'x', approved_by: 'per_another', reason: 'x', ...takenBackEnd } },
  ],
  retention_rule: [{ ...ofTenant('tenant_id'), fixed: { basis: 'tenant', months: 1 } }],
  legal_hold: [{ ...ofTenant('tenant_id'), fixed: { scope: 'tenant' } }],
  deletion: [{ ...ofTenant('tenant_id'), fixed: { origin: 'expiry' } }],
  approval: [approval('tenant'), approval('provider')],
  filing: ofFiling(),
  filing_version: ofFiling({ text: '', text_sha256: sha256OfNothing, number: 1 }, { state: 'submitted', submitted_at: '2998-12-31T23:00:00Z', submitted_by: 'per_x' }),
  filing_span: ofFiling({ begins: 0, ends: 1 }),
  filing_file: ofFiling(),
  filing_event: ofFiling({ by_provider: true }, { version_id: 'ours-handed in' }),
  authorisation: [{ ...ofTenant('tenant_id'), fixed: { custody: 'vault' } }],
  attestation: [{ ...ofTenant('tenant_id'), fixed: { deleted_at: '2026-11-26T00:00:00Z' } }],
  tenant_key: [{ ...ofTenant('tenant_id'), fixed: { wrapped: 'x' } }],
  drawer: [{ ...ofTenant('owner'), sort: 'tenants' }, { of: 'parent', ownerColumn: 'key', sort: 'provider', fixed: { owner: 'provider' } }, { ...ofPerson('owner'), sort: 'persons' }],
  subject_request: ofRequest({ received_at: '2026-11-25T00:00:00Z', due_at: '2998-12-31T00:00:00Z', language: 'en' }),
  request_event: [{ ...ofTenant('tenant_id'), sort: 'asked', fixed: { request_id: 'ours-asked' } }, { ...ofTenant('tenant_id'), sort: 'forwarded', fixed: { kind: 'forwarded' } }],
  request_task: [{ ...ofTenant('tenant_id'), sort: 'asked' }],
  request_desk: [{ ...ofTenant('tenant_id'), fixed: { answer_days: 30 } }],
  inspection: [{ ...ofTenant('tenant_id'), fixed: { size: 1, answer_days: 1, seed_sealed: '', seed_sealed_key: '' } }],
  // The provider's own; a row tells of the person who answers for it.
  rota_version: [ofPerson('made_by')],
  intake_call: [{ of: 'parent', ownerColumn: 'gap_id' }],
  desk_macro: [ofPerson('changed_by')],
  desk_view: [ofPerson('kept_by')],
  media_disposal: [{ ...ofPerson('performed_by'), fixed: { technique: 'shred' } }],
  media_disposal_file: [{ of: 'parent', ownerColumn: 'disposal_id' }],
  media_disposal_certificate: [{ ...ofPerson('performed_by'), fixed: { witnessed_by: 'per_another' } }],
  maintenance_window: [ofPerson('drafted_by')],
  maintenance_version: [{ ...ofPerson('written_by'), fixed: { kind: 'planned', starts_at: '2026-11-26T00:00:00Z', ends_at: '2026-11-27T00:00:00Z' } }],
  maintenance_change: [ofPerson('written_by')],
  maintenance_component: [{ of: 'parent', ownerColumn: 'window_id' }],
  maintenance_event: [{ of: 'parent', ownerColumn: 'window_id' }],
  approval_author: [ofApproval()],
  approval_decision: [ofApproval({ decided_by: 'per_another' })],
};

const sortsOf = (name: string, columns: readonly Column[]): Sort[] => {
  const has = (column: string): boolean => columns.some((one) => one.name === column);
  const sorts = otherwise[name] ?? (has('tenant_id') ? [ofTenant('tenant_id')] : has('person_id') ? [ofPerson('person_id')] : undefined);
  if (!sorts) throw new Error(`By which column is a row of ${name} somebody's? Say it here.`);
  return sorts;
};

/** Every fenced table of the database, as the catalogue has it. Who may change which column is worked out for all tables at once: the catalogue goes through all grants for each that is asked for by itself. */
export const fencedTables = async (owner: Client): Promise<FencedTable[]> => {
  const { rows } = await owner.query<{ name: string; columns: Column[]; changeable: FencedTable['changeable'] | null; policies: FencedTable['policies'] | null }>(`
    WITH changeable AS MATERIALIZED (
      SELECT table_name, jsonb_object_agg(grantee, column_name) AS columns
      FROM (SELECT table_name, grantee, min(column_name) AS column_name FROM information_schema.column_privileges
        WHERE table_schema = 'public' AND privilege_type = 'UPDATE' AND grantee IN ('inkproof_app', 'inkproof_gate') GROUP BY table_name, grantee) g
      GROUP BY table_name)
    SELECT c.relname AS name,
      (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', t.typname, 'labels', (SELECT jsonb_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid)) ORDER BY a.attnum)
       FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
         AND (a.attnotnull OR a.attname IN ('tenant_id', 'person_id', 'chain', 'subject', 'sealed', 'sealed_key', 'last_step'))) AS columns,
      (SELECT columns FROM changeable WHERE table_name = c.relname) AS changeable,
      (SELECT jsonb_agg(jsonb_build_object('name', p.policyname, 'command', p.cmd, 'roles', p.roles::text[]) ORDER BY p.policyname) FROM pg_policies p WHERE p.schemaname = 'public' AND p.tablename = c.relname) AS policies
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relrowsecurity ORDER BY c.relname`);
  return rows.flatMap(({ name, columns, changeable, policies }) =>
    sortsOf(name, columns).map(({ of, ownerColumn, sort = of, fixed = {} }) => ({ name, sort, of, ownerColumn, fixed, columns, changeable: changeable ?? {}, policies: policies ?? [] })),
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
const pointedTo: Record<string, Bond> = { tenant_id: 'tenant', person_id: 'person' };

/** What an id made of this mark is in a parent's row, so that rows below it can name it. */
export const idOf = (mark: string, sort: string): string => `${mark}-${sort}`;

/** Values for one row of somebody's, by column. */
export const rowOf = ({ columns, sort, of, ownerColumn, fixed }: FencedTable, whose: Record<Bond, string>, mark: string): Record<string, unknown> =>
  ({
    ...Object.fromEntries(columns.map((column) => {
      const pointed = column.name === ownerColumn ? of : pointedTo[column.name];
      return [column.name, pointed ? whose[pointed] : someValue(column, idOf(mark, sort))];
    })),
    ...fixed,
  });

export const insertOf = (table: FencedTable, row: Record<string, unknown>): { text: string; values: unknown[] } => {
  const names = Object.keys(row);
  return { text: `INSERT INTO "${table.name}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`, values: Object.values(row) };
};
