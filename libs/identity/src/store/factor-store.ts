import type { Id } from '@inkproof/kernel';
import { runIn, type SealedColumns, type Statement, type Tx } from '@inkproof/platform';
import type { Passkey } from '../model/passkey.js';

export interface Factor {
  id: Id<'fac'>;
  kind: 'totp' | 'passkey';
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export type KeptApp = SealedColumns & { id: Id<'fac'> };
export type KeptPasskey = Passkey & { id: Id<'fac'> };

/** What makes a factor the one or the other: an app's secret with the row of the drawer it lies in, or a passkey. */
export type FactorProof = { kind: 'totp'; lastStep: number; sealed: Uint8Array<ArrayBuffer>; drawer: Statement } | ({ kind: 'passkey' } & Passkey);

const shown = { id: true, kind: true, name: true, createdAt: true, lastUsedAt: true } as const;

/** A person's factors and recovery codes, inside a transaction of that person's. */
export class FactorStore {
  /** Holds the person, so that two changes of their factors come one after the other. */
  async hold(tx: Tx, personId: Id<'per'>): Promise<void> {
    await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${personId} FOR UPDATE`;
  }

  list(tx: Tx, personId: Id<'per'>): Promise<Factor[]> {
    return tx.factor.findMany({ where: { personId }, select: shown, orderBy: { id: 'asc' } }) as Promise<Factor[]>;
  }

  async apps(tx: Tx, personId: Id<'per'>): Promise<KeptApp[]> {
    return (await tx.factor.findMany({ where: { personId, kind: 'totp' }, select: { id: true, sealed: true, sealedKey: true } })) as KeptApp[];
  }

  async passkeys(tx: Tx, personId: Id<'per'>): Promise<KeptPasskey[]> {
    const rows = await tx.factor.findMany({ where: { personId, kind: 'passkey' }, select: { id: true, credentialId: true, publicKey: true, counter: true, transports: true } });
    return rows.map((row) => ({ ...row, counter: Number(row.counter) })) as KeptPasskey[];
  }

  async add(tx: Tx, personId: Id<'per'>, { id, name, createdAt, lastUsedAt }: Omit<Factor, 'kind'>, proof: FactorProof): Promise<void> {
    const about = { id, personId, name, createdAt, lastUsedAt };
    if (proof.kind === 'passkey') return void (await tx.factor.create({ data: { ...about, ...proof } }));
    const { drawer, ...app } = proof;
    await runIn(tx)(drawer);
    await tx.factor.create({ data: { ...about, ...app } });
  }

  /** Takes the code of a half minute; false when it, or a later one, was taken before. */
  async takeStep(tx: Tx, id: Id<'fac'>, step: number, at: Date): Promise<boolean> {
    return (await tx.factor.updateMany({ where: { id, lastStep: { lt: step } }, data: { lastStep: step, lastUsedAt: at } })).count > 0;
  }

  /** Notes that a passkey was used; false when another use at the same time was counted first. */
  async takeCount(tx: Tx, id: Id<'fac'>, { before, after }: { before: number; after: number }, at: Date): Promise<boolean> {
    return (await tx.factor.updateMany({ where: { id, counter: before }, data: { counter: after, lastUsedAt: at } })).count > 0;
  }

  async rename(tx: Tx, personId: Id<'per'>, id: Id<'fac'>, name: string): Promise<Factor | undefined> {
    const [factor] = await tx.factor.updateManyAndReturn({ where: { personId, id }, data: { name }, select: shown });
    return factor as Factor | undefined;
  }

  async remove(tx: Tx, personId: Id<'per'>, id: Id<'fac'>): Promise<void> {
    await tx.factor.deleteMany({ where: { personId, id } });
  }

  codesLeft(tx: Tx, personId: Id<'per'>): Promise<number> {
    return tx.recoveryCode.count({ where: { personId } });
  }

  async replaceCodes(tx: Tx, personId: Id<'per'>, hashes: readonly string[]): Promise<void> {
    await tx.recoveryCode.deleteMany({ where: { personId } });
    await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ personId, hash })) });
  }

  /** A code that is taken is gone. */
  async takeCode(tx: Tx, personId: Id<'per'>, hash: string): Promise<boolean> {
    return (await tx.recoveryCode.deleteMany({ where: { personId, hash } })).count > 0;
  }
}
