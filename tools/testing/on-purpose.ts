import type { Asked } from './statement-law.js';

interface Purpose {
  because: string;
  statement: RegExp;
  /** The only table for which it holds. */
  table?: string;
  byProvider?: true;
}

/** Statements in the name of a tenant that do not name it for every table, and why that is meant. */
const purposes: Purpose[] = [
  {
    because: 'the client fetches what belongs to rows that it has just found, by their ids',
    statement: /WHERE "public"\."(job_document"\."job_id|outage_booking"\."outage_id|outage_dispute"\."outage_id|webhook_attempt"\."delivery_id|webhook_delivery"\."webhook_id|webhook"\."id|notice"\."id|tenant"\."id)" IN \(/,
  },
  { because: 'the same, of one row', statement: /WHERE "public"\."webhook_attempt"\."delivery_id" = \$\d+ ORDER BY "public"\."webhook_attempt"\."number"/ },
  { because: 'the client counts what belongs to rows that the statement holds', statement: /AS "_aggr_count_attempts"/, table: 'webhook_attempt' },
  { because: 'the client reads back the row that it has just added', statement: /^SELECT [^;]*"public"\."webhook_delivery"\."id" = \$1 LIMIT \$2 OFFSET \$3$/ },
  { because: 'a word by which something is told once belongs to nobody', statement: /"public"\."notice"\."once" = \$1/ },
  { because: 'what was told to several tenants is nobody’s; that this one was told is what it goes by', statement: /FROM notice_tenant t JOIN notice n ON n\.id = t\.notice_id WHERE t\.tenant_id = \$\d/, table: 'notice' },
  { because: 'a function of the store goes from the days of one tenant to the entries that they lack, by their ids', statement: /\busage_(days|durations)\(/, table: 'ledger_entry' },
  {
    because: 'the provider finds one thing by its id, whosever it is, and then speaks for that tenant',
    statement: /^SELECT [^;]*?(FROM "public"\."(\w+)" WHERE \(?"public"\."\2"\."id" = \$1( AND 1=1\))? LIMIT|FROM (outage|inspection) WHERE id = \$1 FOR UPDATE$)/,
    byProvider: true,
  },
  {
    because: 'whoever looks under a support access is asked whether it is theirs, and then speaks for its tenant',
    statement: /^SELECT [^;]*"public"\."support_access"\."id" = \$1 AND "public"\."support_access"\."person_id" = \$2\)/,
    table: 'support_access',
    byProvider: true,
  },
  { because: 'the provider reads filings whosever they are, but no drafts', statement: /^SELECT [^;]*"public"\."filing_version"\."state" <> CAST\(/, byProvider: true },
];

export const isOnPurpose = ({ text, byProvider }: Asked, table: string): boolean => purposes.some((one) => one.statement.test(text) && (one.table ?? table) === table && (byProvider || !one.byProvider));
