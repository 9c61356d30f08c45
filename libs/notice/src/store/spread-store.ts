import type { MemberRole, NoticeDuty, NoticeKind, PlanKind } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { Database, Run } from '@inkproof/platform';
import type { NoticeValues } from '../model/notice.js';
import type { Addressee } from '../model/recipients.js';

/** A notice that is being spread. */
export interface OpenNotice {
  id: Id<'ntc'>;
  kind: NoticeKind;
  subject: string;
  words: NoticeValues;
  link: string;
  compatible: boolean;
  reach_by: Date | null;
  resolved_at: Date | null;
  staff: string[];
}

export interface ConcernedTenant {
  id: Id<'ten'>;
  name: string;
  plan: PlanKind;
}

export type Member = Addressee & { tenantId: Id<'ten'>; role: MemberRole; name: string };

interface PersonRow {
  tenant_id: Id<'ten'>;
  person_id: string;
  role: MemberRole;
  name: string;
  email: string;
  locale: string;
  app: boolean | null;
  mail: boolean | null;
}

const addressee = ({ tenant_id, person_id, role, name, email, locale, app, mail }: PersonRow): Member => ({ tenantId: tenant_id, personId: person_id, role, name, email, locale, wishes: { ...(app !== null && { app }), ...(mail !== null && { mail }) } });

const OPEN = 'id, kind, subject, words, link, compatible, reach_by, resolved_at, staff';
/** What a person wishes of this kind, in the one row that is theirs. */
const WISHES = `LEFT JOIN LATERAL (SELECT bool_or(w.wanted) FILTER (WHERE w.channel = 'app') AS app, bool_or(w.wanted) FILTER (WHERE w.channel = 'mail') AS mail FROM notice_wish w WHERE w.person_id = p.id AND w.kind = $2) wish ON true`;

/** What spreading reads and writes, in transactions of the provider's. */
export class SpreadStore {
  constructor(private readonly database: Database) {}

  /** Notices that are not spread yet, oldest first. */
  open(most: number): Promise<OpenNotice[]> {
    return this.database.changeAsProvider((run) => run<OpenNotice>({ text: `SELECT ${OPEN} FROM notice WHERE expanded_at IS NULL ORDER BY id LIMIT $1`, values: [most] }));
  }

  async find(run: Run, id: string): Promise<OpenNotice> {
    return (await run<OpenNotice>({ text: `SELECT ${OPEN} FROM notice WHERE id = $1`, values: [id] }))[0]!;
  }

  /** Writes down whom components concern, once: whoever comes second waits and finds it done. */
  resolve(id: string, at: Date): Promise<void> {
    return this.database.changeAsProvider(async (run) => {
      const [notice] = await run<{ components: string[]; plans: string[] }>({ text: 'SELECT components, plans FROM notice WHERE id = $1 AND resolved_at IS NULL FOR UPDATE', values: [id] });
      if (!notice) return;
      await run({ text: 'INSERT INTO notice_tenant (notice_id, tenant_id) SELECT $1, c.tenant_id FROM gate_find_concerned($2, $3) c', values: [id, notice.components, notice.plans] });
      await run({ text: 'UPDATE notice SET resolved_at = $2 WHERE id = $1', values: [id, at] });
    });
  }

  /** Tenants that have no deliveries of it yet, held until the transaction ends. Those that another worker holds are passed over. */
  hold(run: Run, id: string, most: number): Promise<ConcernedTenant[]> {
    return run<ConcernedTenant>({
      text: `SELECT t.id, t.name, p.kind AS plan FROM notice_tenant n JOIN tenant t ON t.id = n.tenant_id JOIN plan p ON p.name = t.plan_name
             WHERE n.notice_id = $1 AND n.expanded_at IS NULL ORDER BY n.tenant_id LIMIT $2 FOR UPDATE OF n SKIP LOCKED`,
      values: [id, most],
    });
  }

  async members(run: Run, tenantIds: readonly string[], kind: NoticeKind): Promise<Member[]> {
    const rows = await run<PersonRow>({
      text: `SELECT m.tenant_id, m.person_id, m.role, p.name, p.email, p.locale, wish.app, wish.mail FROM member m JOIN person p ON p.id = m.person_id ${WISHES}
             WHERE m.tenant_id = ANY($1) ORDER BY m.tenant_id, m.created_at, m.person_id`,
      values: [tenantIds, kind],
    });
    return rows.map(addressee);
  }

  async staff(run: Run, roles: readonly string[], kind: NoticeKind): Promise<Addressee[]> {
    const rows = await run<PersonRow>({ text: `SELECT s.person_id, p.email, p.locale, wish.app, wish.mail FROM staff s JOIN person p ON p.id = s.person_id ${WISHES} WHERE s.role::text = ANY($1) ORDER BY s.created_at`, values: [roles, kind] });
    return rows.map((row) => ({ ...addressee(row), tenantId: null, role: null }));
  }

  async told(run: Run, id: string, duties: readonly { tenantId: string; duty: NoticeDuty }[], at: Date): Promise<void> {
    // Held until the transaction ends: whoever has seen a number has seen all below it.
    await run({ text: `SELECT pg_advisory_xact_lock(hashtextextended('notice_told', 0))`, values: [] });
    await run({
      text: `UPDATE notice_tenant n SET expanded_at = $2, duty = d.duty::"NoticeDuty", told_number = nextval('notice_told') FROM unnest($3::text[], $4::text[]) AS d(tenant_id, duty) WHERE n.notice_id = $1 AND n.tenant_id = d.tenant_id`,
      values: [id, at, duties.map(({ tenantId }) => tenantId), duties.map(({ duty }) => duty)],
    });
  }

  /** Undefined when somebody else has it, or has done it. */
  async holdWhole(run: Run, id: string): Promise<OpenNotice | undefined> {
    return (await run<OpenNotice>({ text: `SELECT ${OPEN} FROM notice WHERE id = $1 AND expanded_at IS NULL FOR UPDATE SKIP LOCKED`, values: [id] }))[0];
  }

  /** It is spread once no tenant is left. */
  async close(run: Run, id: string, at: Date): Promise<void> {
    await run({ text: 'UPDATE notice SET expanded_at = $2 WHERE id = $1 AND NOT EXISTS (SELECT FROM notice_tenant n WHERE n.notice_id = $1 AND n.expanded_at IS NULL)', values: [id, at] });
  }
}
