import { dayStart, type Day, type Id } from '@inkproof/kernel';
import { Announce, DeliveryStore } from '@inkproof/notice';
import { fileText } from '@inkproof/spec-database';
import { AskForAttestations } from '../actions/ask-for-attestations.js';
import { AttestDeletion } from '../actions/attest-deletion.js';
import { AttestationMail } from '../actions/attestation-mail.js';
import { ExpiryStore } from '../store/expiry-store.js';
import { openErasingBench } from './erasing-bench.js';

const HOUR_MS = 3_600_000;

/** Copies of tenants whose time is over, on a database of their own, as the module wires them. */
export const openExpiryBench = async () => {
  const bench = await openErasingBench();
  const { database, owner, ids, clock, trail, outbox } = bench;
  const expiries = new ExpiryStore();
  const asking = () => new AskForAttestations(database, expiries, new Announce(new DeliveryStore(database), ids, clock), new AttestationMail(outbox, 'https://ocr.example'), trail, ids, clock);
  const toHour = (day: Day, hour: number): void => void clock.advance(dayStart(day).getTime() + hour * HOUR_MS - clock.now().getTime());
  const nodes = [asking(), asking()];
  return {
    ...bench,
    expiries,
    toHour,
    attest: new AttestDeletion(database, expiries, trail, ids, clock),

    /** Both nodes look at once, at an hour of a day in Shanghai. */
    lookOn: async (day: Day, hour = 9): Promise<void> => {
      toHour(day, hour);
      await Promise.all(nodes.map((node) => node.once()));
    },

    /** A text in force by which results are kept for so many days. */
    keeping: async (tenantId: Id<'ten'>, keepsDays: number | null): Promise<{ filing: Id<'flg'>; versionId: Id<'flv'> }> => {
      const [filing, versionId] = [ids.next('flg'), ids.next('flv')];
      await fileText(owner, { tenantId, filingId: filing, versionId, keepsDays });
      return { filing, versionId };
    },

    calls: (tenantId: Id<'ten'>, versionId: string | null, at: string, count: number, outcome = 'accepted') =>
      owner.query(
        `INSERT INTO ledger_entry (id, tenant_id, at, request_id, channel, environment, route, outcome, reason, page_reasons, pages, billed_pages, duration_ms, filing_version_id)
         SELECT $1 || n, $2, $3, 'req_1', 'api', 'live', 'recognitions', $6::"Outcome", 'read', '{}', 1, 1, 1, $4 FROM generate_series(1, $5::int) n`,
        [`${ids.next('use')}_`, tenantId, at, versionId, count, outcome],
      ),

    /** Authorisations whose material a tenant kept itself, through a day that is over. */
    materialOver: (tenantId: Id<'ten'>, versionId: string, count: number, custody: 'commitment' | 'vault' = 'commitment') =>
      owner.query(
        `INSERT INTO authorisation (id, tenant_id, version_id, subject_hash, media, given_at, created_at, withdrawn_at, custody, commitment, kept_until)
         SELECT $4 || n, $1, $2, '\\x00', '{web_operation}', '2025-01-01', '2025-01-01', '2025-02-01', $3::"Custody", CASE WHEN $3 = 'commitment' THEN sha256('x') END, '2025-09-01' FROM generate_series(1, $5::int) n`,
        [tenantId, versionId, custody, `${ids.next('aut')}_`, count],
      ),

    listed: (tenantId: Id<'ten'>) => database.asTenant(tenantId, (tx) => expiries.list(tx, tenantId, { size: 100 })),
    detailsOf: async (chain: string, action: string): Promise<Record<string, unknown>[]> => (await owner.query<{ details: Record<string, unknown> }>(`SELECT body::jsonb -> 'details' AS details FROM audit_entry WHERE chain = $1 AND action = $2 ORDER BY seq`, [chain, action])).rows.map(({ details }) => details),
  };
};

export type ExpiryBench = Awaited<ReturnType<typeof openExpiryBench>>;
