import type { CollectionMedium, PersonalCategory } from '@inkproof/contract';
import { shanghaiDay, type Day, type Id } from '@inkproof/kernel';
import { Prisma, type Run, type Tx } from '@inkproof/platform';
import { endOfText, type Authorisation, type TextVersion } from '../model/authorisation.js';

const shownOfVersion = { id: true, number: true, state: true, categories: true, endedAt: true, endsOn: true, acceptedAt: true, filing: { select: { id: true, name: true } } } as const;
const shown = {
  id: true,
  categories: true,
  media: true,
  givenAt: true,
  expiresAt: true,
  withdrawnAt: true,
  lastReliedAt: true,
  createdAt: true,
  custody: true,
  commitment: true,
  materialType: true,
  materialBytes: true,
  keptUntil: true,
  version: { select: shownOfVersion },
} as const;

type VersionRow = Prisma.FilingVersionGetPayload<{ select: typeof shownOfVersion }>;
type Row = Prisma.AuthorisationGetPayload<{ select: typeof shown }>;

const versionOf = ({ id, number, state, categories, endedAt, endsOn, filing }: VersionRow): TextVersion => ({
  id: id as Id<'flv'>,
  number,
  categories,
  filing: { id: filing.id as Id<'flg'>, name: filing.name },
  // A date without a time comes as midnight of UTC.
  endsAt: endOfText({ state, endedAt, endsOn: endsOn && (endsOn.toISOString().slice(0, 10) as Day) }),
});

const authorisationOf = ({ id, commitment, materialType, materialBytes, version, ...row }: Row): Authorisation => ({
  ...row,
  id: id as Id<'aut'>,
  version: versionOf(version),
  commitment: commitment && Buffer.from(commitment).toString('hex'),
  material: materialType === null || materialBytes === null ? null : { type: materialType, bytes: materialBytes },
});

/** A row to be written. */
export interface NewAuthorisation {
  id: Id<'aut'>;
  subjectHash: Uint8Array;
  categories: PersonalCategory[];
  media: CollectionMedium[];
  givenAt: Date;
  expiresAt: Date | null;
  commitment: Uint8Array | null;
  keptUntil: Date | null;
}

/** A list as one value: lists of lists would all have to be of one length. */
const listLiteral = (values: readonly string[]): string => `{${values.join(',')}}`;

/** A version of a text, and whether it is in force, or was once where it was asked for by its number. */
export type FoundVersion = TextVersion & { isAccepted: boolean };

interface FoundRow {
  [column: string]: unknown;
  id: Id<'flv'>;
  number: number;
  state: string;
  categories: PersonalCategory[];
  ended_at: Date | null;
  ends_on: Day | null;
  was_accepted: boolean;
  filing_name: string;
}

/** What people granted, at rest. */
export class AuthorisationStore {
  /** The version in force, or the one of that number; the latest where none is in force. Undefined when the tenant has no such filing or version. */
  async version(run: Run, tenantId: Id<'ten'>, filingId: Id<'flg'>, number?: number): Promise<FoundVersion | undefined> {
    const [row] = await run<FoundRow>({
      name: 'find_version',
      text: `SELECT v.id, v.number, v.state::text AS state, v.categories::text[] AS categories, v.ended_at, v.ends_on::text AS ends_on, v.accepted_at IS NOT NULL AS was_accepted, f.name AS filing_name
             FROM filing_version v JOIN filing f ON f.tenant_id = v.tenant_id AND f.id = v.filing_id
             WHERE v.tenant_id = $1 AND v.filing_id = $2 AND ($3::int IS NULL OR v.number = $3) ORDER BY v.state = 'accepted' DESC, v.number DESC LIMIT 1`,
      values: [tenantId, filingId, number ?? null],
    });
    if (!row) return undefined;
    const { id, state, categories, was_accepted: wasAccepted } = row;
    return { id, number: row.number, categories, filing: { id: filingId, name: row.filing_name }, endsAt: endOfText({ state, endedAt: row.ended_at, endsOn: row.ends_on }), isAccepted: number === undefined ? state === 'accepted' : wasAccepted };
  }

  /** All in one statement: a thousand rows take hardly longer than ten. */
  async add(run: Run, tenantId: Id<'ten'>, versionId: Id<'flv'>, at: Date, rows: readonly NewAuthorisation[]): Promise<void> {
    const column = <Name extends keyof NewAuthorisation>(name: Name): NewAuthorisation[Name][] => rows.map((row) => row[name]);
    await run({
      name: 'add_authorisations',
      text: `INSERT INTO authorisation (id, tenant_id, version_id, subject_hash, categories, media, given_at, expires_at, created_at, custody, commitment, kept_until)
             SELECT n.id, $1, $2, n.subject_hash, n.categories::"PersonalCategory"[], n.media::"CollectionMedium"[], n.given_at, n.expires_at, $3,
                    (CASE WHEN n.commitment IS NULL THEN 'vault' ELSE 'commitment' END)::"Custody", n.commitment, n.kept_until
             FROM unnest($4::text[], $5::bytea[], $6::text[], $7::text[], $8::timestamptz[], $9::timestamptz[], $10::bytea[], $11::timestamptz[])
               AS n (id, subject_hash, categories, media, given_at, expires_at, commitment, kept_until)`,
      values: [tenantId, versionId, at, column('id'), column('subjectHash'), column('categories').map(listLiteral), column('media').map(listLiteral), column('givenAt'), column('expiresAt'), column('commitment'), column('keptUntil')],
    });
  }

  async find(tx: Tx, tenantId: Id<'ten'>, id: string): Promise<Authorisation | undefined> {
    const row = await tx.authorisation.findFirst({ where: { tenantId, id }, select: shown });
    return row ? authorisationOf(row) : undefined;
  }

  /** The same for somebody who is going to change it. */
  async lock(tx: Tx, tenantId: Id<'ten'>, id: string): Promise<Authorisation | undefined> {
    await tx.$queryRaw`SELECT 1 FROM authorisation WHERE tenant_id = ${tenantId} AND id = ${id} FOR UPDATE`;
    return this.find(tx, tenantId, id);
  }

  /** Newest first. `lastDay`: only those whose material is kept through that day of Asia/Shanghai and no longer. */
  async list(tx: Tx, tenantId: Id<'ten'>, { filing, until, below, size }: { filing?: string | undefined; until?: Date | undefined; below?: string | undefined; size: number }): Promise<Authorisation[]> {
    const where = { tenantId, ...(filing && { version: { tenantId, filingId: filing } }), ...(until && { keptUntil: until }), ...(below && { id: { lt: below } }) };
    return (await tx.authorisation.findMany({ where, select: shown, orderBy: { id: 'desc' }, take: size })).map(authorisationOf);
  }

  async ofSubject(tx: Tx, tenantId: Id<'ten'>, subjectHash: Uint8Array<ArrayBuffer>, most: number): Promise<Authorisation[]> {
    return (await tx.authorisation.findMany({ where: { tenantId, subjectHash }, select: shown, orderBy: { id: 'desc' }, take: most })).map(authorisationOf);
  }

  async withdraw(tx: Tx, tenantId: Id<'ten'>, id: string, withdrawnAt: Date, keptUntil: Date): Promise<void> {
    await tx.authorisation.updateMany({ where: { tenantId, id }, data: { withdrawnAt, keptUntil } });
  }

  async keepMaterial(tx: Tx, tenantId: Id<'ten'>, id: string, { objectId, type, bytes }: { objectId: string; type: string; bytes: number }): Promise<void> {
    await tx.authorisation.updateMany({ where: { tenantId, id }, data: { objectId, materialType: type, materialBytes: bytes } });
  }

  /** How many are kept through each day and no longer, and how many have no end yet. */
  async calendar(tx: Tx, tenantId: Id<'ten'>, from: Date, to: Date): Promise<{ days: { day: Day; commitments: number; vault: number }[]; open: number }> {
    const rows = await tx.$queryRaw<{ kept_until: Date; commitments: bigint; vault: bigint }[]>`
      SELECT kept_until, count(*) FILTER (WHERE custody = 'commitment') AS commitments, count(*) FILTER (WHERE custody = 'vault') AS vault
      FROM authorisation WHERE tenant_id = ${tenantId} AND kept_until > ${from} AND kept_until <= ${to} GROUP BY 1 ORDER BY 1`;
    const open = await tx.authorisation.count({ where: { tenantId, keptUntil: null } });
    // Its first instant of not being kept is the end of its last day.
    return { days: rows.map(({ kept_until, commitments, vault }) => ({ day: shanghaiDay(new Date(kept_until.getTime() - 1)), commitments: Number(commitments), vault: Number(vault) })), open };
  }
}

/**
 * Moves an authorisation forward that a call relied on, in the transaction that records the call. Never back: of two calls
 * the later one counts whichever is recorded last.
 */
export const relying = (tenantId: Id<'ten'>, id: Id<'aut'>, at: string | Date, keptUntil: Date): Parameters<Run>[0] & { name: string } => ({
  name: 'rely_on_authorisation',
  text: `UPDATE authorisation SET last_relied_at = GREATEST(last_relied_at, $3::timestamptz), kept_until = CASE WHEN kept_until IS NOT NULL THEN GREATEST(kept_until, $4::timestamptz) END,
           reminded_days = CASE WHEN kept_until < $4::timestamptz THEN NULL ELSE reminded_days END
         WHERE tenant_id = $1 AND id = $2`,
  values: [tenantId, id, at, keptUntil],
});
