import type { FilingState, PersonalCategory } from '@inkproof/contract';
import type { Day, Id } from '@inkproof/kernel';
import type { Database } from '@inkproof/platform';
import type { GateFacts } from '../model/judge-call.js';

interface Row {
  [column: string]: unknown;
  now: Date;
  version_id: Id<'flv'> | null;
  filing_id: Id<'flg'>;
  number: number;
  state: FilingState;
  categories: PersonalCategory[];
  effective_on: Day | null;
  ends_on: Day | null;
  retention_days: number | null;
  word_id: Id<'aut'> | null;
  word_filing_id: Id<'flg'>;
  expires_at: Date | null;
  withdrawn_at: Date | null;
  has_material: boolean;
  word_categories: PersonalCategory[];
  word_text_categories: PersonalCategory[];
  asks_the_same: boolean;
}

/** A version is in force from the beginning of its day in Asia/Shanghai, by the store's clock: so all nodes change over in one instant, and nothing has to be written for it. */
const hasBegun = (version: string): string => `(${version}.effective_on IS NULL OR ${version}.effective_on <= (clock_timestamp() AT TIME ZONE 'Asia/Shanghai')::date)`;

/** Of a filing its version in force; otherwise one that waits for its day, the last that was ever accepted, and otherwise the last. */
const VERSION_BY = {
  flg: `v.filing_id = $2 ORDER BY v.state = 'accepted' AND ${hasBegun('v')} DESC, v.state = 'accepted' DESC, v.accepted_at IS NOT NULL DESC, v.number DESC LIMIT 1`,
  flv: 'v.id = $2',
} as const;

/** All that the gate must know, by one statement over keys. Nothing is remembered from call to call, so that a withdrawal holds from its commit on, on every node. */
export class GateStore {
  constructor(private readonly database: Database) {}

  async facts(tenantId: Id<'ten'>, filing: Id<'flg'> | Id<'flv'>, authorization: string | undefined): Promise<GateFacts> {
    const by = filing.startsWith('flv_') ? 'flv' : 'flg';
    const [row] = await this.database.changeAsTenant(tenantId, (run) =>
      run<Row>({
        name: `pass_gate_${by}`,
        text: `SELECT clock_timestamp() AS now, t.id AS version_id, t.filing_id, t.number, CASE WHEN t.gave_way THEN 'superseded' ELSE t.state::text END AS state, t.categories::text[] AS categories, t.effective_on::text AS effective_on, t.ends_on::text AS ends_on, t.retention_days,
                 a.id AS word_id, w.filing_id AS word_filing_id, a.expires_at, a.withdrawn_at, (a.commitment IS NOT NULL OR a.object_id IS NOT NULL) AS has_material,
                 a.categories::text[] AS word_categories, w.categories::text[] AS word_text_categories, (w.purpose, w.method) IS NOT DISTINCT FROM (t.purpose, t.method) AS asks_the_same
               FROM (SELECT 1) AS one LEFT JOIN LATERAL (SELECT v.*, v.state = 'accepted' AND EXISTS (SELECT FROM filing_version n WHERE n.tenant_id = $1 AND n.filing_id = v.filing_id AND n.number > v.number AND n.state = 'accepted' AND ${hasBegun('n')}) AS gave_way FROM filing_version v WHERE v.tenant_id = $1 AND ${VERSION_BY[by]}) t ON true
               LEFT JOIN authorisation a ON a.tenant_id = $1 AND a.id = $3 LEFT JOIN filing_version w ON w.tenant_id = $1 AND w.id = a.version_id`,
        values: [tenantId, filing, authorization ?? null],
      }),
    );
    return factsOf(row!);
  }
}

const factsOf = (row: Row): GateFacts => ({
  now: row.now,
  text: row.version_id === null ? undefined : { id: row.version_id, filingId: row.filing_id, number: row.number, state: row.state, categories: row.categories, effectiveOn: row.effective_on, endsOn: row.ends_on, keepsDays: row.retention_days },
  word:
    row.word_id === null
      ? undefined
      : {
          id: row.word_id,
          filingId: row.word_filing_id,
          expiresAt: row.expires_at,
          withdrawnAt: row.withdrawn_at,
          hasMaterial: row.has_material,
          categories: row.word_categories,
          categoriesOfText: row.word_text_categories,
          asksTheSame: row.asks_the_same,
        },
});
