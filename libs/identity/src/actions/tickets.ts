import { createHash } from 'node:crypto';
import { Refusal } from '@inkproof/contract';
import type { Clock, Id } from '@inkproof/kernel';
import { Prisma, seal, unseal, type Database } from '@inkproof/platform';

/** What each kind of ticket carries from one step to the next. */
export interface TicketContents {
  /** The password was right, or another provider vouched; a second factor is still to be shown. */
  second_step: { email: string; passwordHash: string; way: 'password' | 'oidc'; challenge: string };
  passkey_sign_in: { challenge: string };
  totp: { personId: Id<'per'>; secret: string };
  passkey: { personId: Id<'per'>; challenge: string };
  confirmation: { sessionId: Id<'ses'>; challenge: string };
  oidc: { state: string; nonce: string; verifier: string };
}

const LIFE_MS = 10 * 60_000;
const KEY_BYTES = 60;
const UNIQUE_VIOLATION = 'P2002';
const runOut = (): Refusal => new Refusal('mfa.ticket_expired', 'This step has run out or was taken already. Begin again.');
const hashOf = (ticket: string): string => createHash('sha256').update(ticket).digest('hex');

/**
 * What the next step must know, in the hands of whoever takes it: sealed, so that strangers who begin and never go on
 * leave nothing here, and spent once, so that nobody takes a step again that somebody else took.
 */
export class Tickets {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly masterKey: Uint8Array,
  ) {}

  issue<Kind extends keyof TicketContents>(kind: Kind, contents: TicketContents[Kind]): { ticket: string; expiresAt: Date } {
    const expiresAt = new Date(this.clock.now().getTime() + LIFE_MS);
    const { sealed, sealedKey } = seal(this.masterKey, `ticket:${kind}`, Buffer.from(JSON.stringify({ expiresAtMs: expiresAt.getTime(), contents })));
    return { ticket: Buffer.concat([sealedKey, sealed]).toString('base64url'), expiresAt };
  }

  open<Kind extends keyof TicketContents>(kind: Kind, ticket: string): TicketContents[Kind] {
    const { expiresAtMs, contents } = this.#unseal(kind, ticket);
    if (expiresAtMs <= this.clock.now().getTime()) throw runOut();
    return contents as TicketContents[Kind];
  }

  /** Refuses whoever comes second. Those that have run out are swept away on the way. */
  async spend(ticket: string): Promise<void> {
    const now = this.clock.now();
    await this.database.open.spentTicket.deleteMany({ where: { expiresAt: { lt: now } } });
    try {
      await this.database.open.spentTicket.create({ data: { hash: hashOf(ticket), expiresAt: new Date(now.getTime() + LIFE_MS) } });
    } catch (error) {
      if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION) throw runOut();
      throw error;
    }
  }

  /** A ticket of another kind, from another install or made up is one that has run out: more is nobody's business. */
  #unseal(kind: string, ticket: string): { expiresAtMs: number; contents: unknown } {
    const bytes = Buffer.from(ticket, 'base64url');
    // What base64url passes over would make a second spelling of a ticket that was spent.
    if (bytes.toString('base64url') !== ticket) throw runOut();
    try {
      return JSON.parse(unseal(this.masterKey, `ticket:${kind}`, { sealedKey: bytes.subarray(0, KEY_BYTES), sealed: bytes.subarray(KEY_BYTES) }).toString()) as { expiresAtMs: number; contents: unknown };
    } catch {
      throw runOut();
    }
  }
}
