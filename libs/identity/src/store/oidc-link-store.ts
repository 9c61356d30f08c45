import { createHash } from 'node:crypto';
import type { Id } from '@inkproof/kernel';
import type { Database, Tx } from '@inkproof/platform';

interface Subject {
  issuer: string;
  subject: string;
}

const keyOf = ({ issuer, subject }: Subject): string => createHash('sha256').update(JSON.stringify([issuer, subject])).digest('hex');

/** Whom another provider means by its subjects. */
export class OidcLinkStore {
  constructor(private readonly database: Database) {}

  /** The address here of whoever the subject is linked to. */
  async find(subject: Subject): Promise<string | undefined> {
    return (await this.database.ask<{ email: string }>('gate_find_oidc_link', keyOf(subject)))?.email;
  }

  async hasAny(tx: Tx, personId: Id<'per'>, issuer: string): Promise<boolean> {
    return (await tx.oidcLink.count({ where: { personId, issuer } })) > 0;
  }

  async add(tx: Tx, personId: Id<'per'>, { issuer, subject }: Subject, createdAt: Date): Promise<void> {
    await tx.oidcLink.create({ data: { key: keyOf({ issuer, subject }), issuer, subject, personId, createdAt } });
  }
}
