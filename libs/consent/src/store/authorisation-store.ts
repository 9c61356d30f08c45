import type { CollectionMedium, PersonalCategory } from '@inkproof/contract';
import { dayOfDate, shanghaiDay, type Id } from '@inkproof/kernel';
import { Prisma, type Run, type Statement, type Tx } from '@inkproof/platform';
import { endOfText, type Asking, type Authorisation, type TextVersion } from '../model/authorisation.js';

const asking = { purpose: true, method: true, acceptedAt: true, endedAt: true, endsOn: true } as const;
const shownOfVersion = { id: true, number: true, categories: true, ...asking, filing: { select: { id: true, name: true, versions: { where: { acceptedAt: { not: null } }, select: asking } } } } as const satisfies Prisma.FilingVersionSelect;
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

/** A date without a time comes as midnight of UTC. */
const askingOf = ({ endsOn, ...row }: Omit<Asking, 'endsOn'> & { endsOn: Date | null }): Asking => ({ ...row, endsOn: endsOn && dayOfDate(endsOn) });

const versionOf = ({ id, number, categories, filing, ...row }: VersionRow): TextVersion => ({
  id: id as Id<'flv'>,
  number,
  categories,
  filing: { id: filing.id as Id<'flg'>, name: filing.name },
  endsAt: endOfText(row, filing.versions.map(askingOf)),
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
/** A version as whoever records what was given under it has to know it. */
export interface FoundVersion {
  id: Id<'flv'>;
  isAccepted: boolean;
  endsAt: Date | null;
  /** For how many calendar months material is kept. */
  months: number;
}

/** What people granted, at rest. */
export class AuthorisationStore {
  /**
   * The version in force, or the one of that number; where none is in force, one that waits for its day, or the latest.
   * Undefined when the tenant has no such filing or version. It stays as it is until the transaction ends: what moves the end
   * of many words at once would otherwise pass by the one that is just being recorded.
   */
  async version(run: Run, tenantId: Id<'ten'>, filingId: Id<'flg'>, now: Date, number?: number): Promise<FoundVersion | undefined> {
    const [row] = await run<{ id: Id<'flv'>; is_accepted: boolean; was_accepted: boolean }>({
      name: 'find_version',
      text: `SELECT v.id, v.state = 'accepted' AS is_accepted, v.accepted_at IS NOT NULL AS was_accepted
             FROM filing_version v WHERE v.tenant_id = $1 AND v.filing_id = $2 AND ($3::int IS NULL OR v.number = $3)
             ORDER BY v.state = 'accepted' AND (v.effective_on IS NULL OR v.effective_on <= $4::date) DESC, v.state = 'accepted' DESC, v.number DESC LIMIT 1 FOR SHARE`,
      values: [tenantId, filingId, number ?? null, shanghaiDay(now)],
    });
    if (!row) return undefined;
    const [kept] = await run<{ ends_at: Date | null; months: number }>({ name: 'keeping_of_version', text: 'SELECT text_ends_at($1, $2) AS ends_at, material_months($1) AS months', values: [tenantId, row.id] });
    return { id: row.id, isAccepted: number === undefined ? row.is_accepted : row.was_accepted, endsAt: kept!.ends_at, months: kept!.months };
  }

  /** For how many calendar months a tenant's material is kept. */
  async months(tx: Tx, tenantId: Id<'ten'>): Promise<number> {
    return (await tx.$queryRaw<{ months: number }[]>`SELECT material_months(${tenantId}) AS months`)[0]!.months;
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
    const where = { tenantId, ...(filing && { version: { filingId: filing } }), ...(until && { keptUntil: until }), ...(below && { id: { lt: below } }) };
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
}

const keptThen = 'material_kept_until(withdrawn_at, expires_at, GREATEST(last_relied_at, $3::timestamptz), text_ends_at($1, version_id), material_months($1))';

/**
 * Moves an authorisation forward that a call relied on, in the transaction that records the call. Never back: of two calls
 * the later one counts whichever is recorded last.
 */
export const relying = (tenantId: Id<'ten'>, id: Id<'aut'>, at: string | Date): Statement => ({
  name: 'rely_on_authorisation',
  text: `UPDATE authorisation SET last_relied_at = GREATEST(last_relied_at, $3::timestamptz), kept_until = ${keptThen}
         WHERE tenant_id = $1 AND id = $2`,
  values: [tenantId, id, at],
});
