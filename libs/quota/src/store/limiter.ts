import { Refusal } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import type { OpenCall } from '../model/ledger-entry.js';
import type { Lease, Verdict } from '../model/verdict.js';

/** Whose limits are asked for. */
export interface Subject {
  tenantId: Id<'ten'>;
  environment: 'live' | 'test';
  /** A key that has a quota of its own within its tenant's. */
  key: { id: Id<'key'>; requestsPerSecond: number } | null;
}

/** Whose limits they are, in one word. A key whose quota changed is another. */
export const nameOf = ({ tenantId, environment, key }: Subject): string => `${tenantId} ${environment} ${key?.id ?? ''} ${key?.requestsPerSecond ?? ''}`;

/** One call that wants to be accepted, and what it would hold. */
export interface Asked extends Subject {
  /** Pages it may be billed at most. None for test keys, which never bill. */
  pages: number;
  /** Whether it counts as in flight until its lease ends. */
  inFlight: boolean;
  /** What its lease will be called. */
  lease: string;
  /** How it is noted if it is accepted; null for a job, which is written down by itself. */
  call: OpenCall | null;
}

/** A lease that nobody renews ends after this time by the store's clock, so that calls of a node that died free their places. */
export const LEASE_MS = 5_000;

/** A limiter that does not answer for so long cannot be asked. */
export const ANSWER_WITHIN_MS = 1_000;

/**
 * Judges every limit of a call in one step and takes of all of them or of none. Its time is the store's. Where it cannot be
 * asked it refuses by `capacity.limiter_unavailable`, which accepts nothing and blames nobody.
 */
export abstract class Limiter {
  /** Where it keeps what was accepted. */
  abstract readonly store: 'postgresql' | 'redis';
  abstract take(asked: Asked): Promise<Verdict>;
  /** How everything stands, without taking any of it, and what would be said of a call of one page. */
  abstract look(subject: Subject): Promise<Verdict>;
  /** The same as `look` for one who hammers; a refusal by rate may be one that is known. */
  lookAgain(subject: Subject): Promise<Verdict> {
    return this.look(subject);
  }
  /** Prolongs leases, and answers those that the store does not have. */
  abstract renew(leases: readonly Lease[]): Promise<string[]>;
  /** Takes leases again that are held and were lost with the store's memory, or while nobody could renew them. */
  abstract restore(leases: readonly Lease[]): Promise<void>;
  /** Frees the place of a call that was recorded or failed. Its pages are settled where it is recorded. */
  abstract free(lease: Lease): Promise<void>;
  /** Rejects while it cannot be asked. */
  abstract ping(): Promise<void>;
  abstract close(): Promise<void>;
}

/** A limiter that cannot be asked is no reason to accept, and no reason to blame the caller's rate either. */
export const cannotBeAsked = (waitMs = 1_000): Refusal => new Refusal('capacity.limiter_unavailable', 'The quota cannot be checked right now. Nothing was accepted; try again shortly.', { retry_after_ms: waitMs });
