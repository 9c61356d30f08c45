import { Prisma, type Tx } from '@inkproof/platform';
import type { Id } from '@inkproof/kernel';
import type { Disposal, DisposalState, Evidence } from '../model/disposal.js';

const fileColumns = { id: true, kind: true, name: true, mediaType: true, bytes: true, sha256: true } as const;
const whole = {
  files: { select: fileColumns, orderBy: { id: 'asc' } },
  certificate: { select: { id: true, witnessedBy: true, issuedAt: true } },
  corrections: { select: { id: true }, orderBy: { id: 'asc' } },
  approval: { select: { state: true, expiresAt: true } },
} as const satisfies Prisma.MediaDisposalInclude;
type Row = Prisma.MediaDisposalGetPayload<{ include: typeof whole }>;

export type NewDisposal = Omit<Disposal, 'performedBy' | 'state' | 'witnessedBy' | 'witnessedAt' | 'correctedBy' | 'files' | 'certificate'> & { performedBy: string };
export type NewEvidence = Evidence & { /** In the drawer of its entry. */ sealed: Uint8Array<ArrayBuffer> };

export interface StoredDisposalCertificate {
  id: Id<'mdc'>;
  disposalId: Id<'mdp'>;
  performedBy: string;
  witnessedBy: string;
  issuedAt: Date;
  /** Canonical JSON. */
  body: string;
  key: string;
  signature: Uint8Array<ArrayBuffer>;
}

const stateOf = ({ certificate, approval }: Pick<Row, 'certificate' | 'approval'>, now: Date): DisposalState => {
  if (certificate) return 'witnessed';
  return approval.state === 'waiting' && approval.expiresAt > now ? 'waiting' : 'unwitnessed';
};

const evidenceOf = ({ sha256, ...file }: Row['files'][number]): Evidence => ({ ...file, id: file.id as Evidence['id'], kind: file.kind as Evidence['kind'], sha256: Buffer.from(sha256).toString('hex') });

/** The register of media that left service. Rows are only ever added; the store itself lets nobody do anything else. */
export class DisposalStore {
  async add(tx: Tx, { tenants, classes, ...entry }: NewDisposal, evidence: readonly NewEvidence[]): Promise<void> {
    const isEverybodys = tenants === 'all';
    await tx.mediaDisposal.create({ data: { ...entry, classes: [...classes], tenants: isEverybodys ? [] : [...tenants], everybodys: isEverybodys } });
    await tx.mediaDisposalFile.createMany({ data: evidence.map(({ sha256, ...file }) => ({ ...file, disposalId: entry.id, sha256: Uint8Array.from(Buffer.from(sha256, 'hex')) })) });
  }

  async find(tx: Tx, id: string, now: Date): Promise<Disposal | undefined> {
    const row = await tx.mediaDisposal.findUnique({ where: { id }, include: whole });
    return row ? (await this.#read(tx, [row], now))[0] : undefined;
  }

  /** Newest first. */
  async list(tx: Tx, { below, size }: { below?: string; size: number }, now: Date): Promise<Disposal[]> {
    return this.#read(tx, await tx.mediaDisposal.findMany({ where: { id: { lt: below } }, include: whole, orderBy: { id: 'desc' }, take: size }), now);
  }

  /** With its sealed bytes. */
  file(tx: Tx, disposalId: string, id: string) {
    return tx.mediaDisposalFile.findFirst({ where: { id, disposalId } });
  }

  async certify(tx: Tx, certificate: StoredDisposalCertificate): Promise<void> {
    await tx.mediaDisposalCertificate.create({ data: certificate });
  }

  async certificate(tx: Tx, disposalId: string): Promise<StoredDisposalCertificate | undefined> {
    const row = await tx.mediaDisposalCertificate.findUnique({ where: { disposalId } });
    return row ? { ...row, id: row.id as Id<'mdc'>, disposalId: row.disposalId as Id<'mdp'> } : undefined;
  }

  /** Those of the tenants that there are none of. */
  async unknownTenants(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const known = new Set((await tx.tenant.findMany({ where: { id: { in: [...ids] } }, select: { id: true } })).map(({ id }) => id));
    return ids.filter((id) => !known.has(id));
  }

  async nameOf(tx: Tx, personId: string): Promise<string | null> {
    return (await tx.person.findUnique({ where: { id: personId }, select: { name: true } }))?.name ?? null;
  }

  async #read(tx: Tx, rows: readonly Row[], now: Date): Promise<Disposal[]> {
    const ids = rows.flatMap(({ performedBy, certificate }) => [performedBy, certificate?.witnessedBy ?? []].flat());
    const names = new Map((await tx.person.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]));
    const person = (id: string) => ({ id, name: names.get(id) ?? null });
    return rows.map(({ approval, certificate, corrections, files, tenants, everybodys, performedBy, ...row }) => ({
      ...row,
      id: row.id as Disposal['id'],
      classes: row.classes as Disposal['classes'][number][],
      tenants: everybodys ? 'all' : (tenants as Id<'ten'>[]),
      technique: row.technique as Disposal['technique'],
      verifiedBy: row.verifiedBy as Disposal['verifiedBy'],
      corrects: row.corrects as Disposal['corrects'],
      approvalId: row.approvalId as Disposal['approvalId'],
      performedBy: person(performedBy),
      state: stateOf({ certificate, approval }, now),
      witnessedBy: certificate && person(certificate.witnessedBy),
      witnessedAt: certificate?.issuedAt ?? null,
      correctedBy: corrections.map(({ id }) => id as Id<'mdp'>),
      files: files.map(evidenceOf),
      certificate: (certificate?.id ?? null) as Disposal['certificate'],
    }));
  }
}
