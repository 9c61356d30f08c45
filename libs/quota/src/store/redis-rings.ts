import { Redis } from 'ioredis';
import { ANSWER_WITHIN_MS, cannotBeAsked, LEASE_MS, type Asked, type Subject } from './limiter.js';
import type { Lease, LimitName } from '../model/verdict.js';
import { RENEW_SCRIPT, RING_SCRIPT } from './redis-script.js';

type Answer = [accepted: string, refused: string, nowUs: string, waitUs: string, left: string, keyLeft: string, flying: string];

interface WithScripts extends Redis {
  inkproofRing: (...given: (string | number)[]) => Promise<Answer>;
  inkproofRenew: (...given: (string | number)[]) => Promise<number>;
}

/** The limits that hold for one call. */
export interface RingLimits {
  requestsPerSecond: number;
  inFlightMax: number;
}

/** What the rings said, by Redis's clock. */
export interface RingAnswer {
  accepted: boolean;
  refusedBy: LimitName | null;
  nowUs: number;
  waitUs: number;
  remaining: number;
  keyRemaining: number;
  inFlight: number;
}

export interface RedisSettings {
  url: string;
  onTrouble: (error: Error) => void;
  answerWithinMs?: number;
}

const RETRY_CONNECTING_MS = 100;
const flightKey = (tenantId: string, environment: string): string => `inkproof:{${tenantId}}:flight:${environment}`;

/** Rings and calls in flight in Redis. It is trusted only from the second after it was met: a new process may remember nothing. */
export class RedisRings {
  readonly #redis: WithScripts;
  readonly #onTrouble: (error: Error) => void;
  /** The process at the other end of the connection; nothing while there is none. */
  #process?: { runId: string; forgets: string | null };

  constructor({ url, onTrouble, answerWithinMs = ANSWER_WITHIN_MS }: RedisSettings) {
    this.#onTrouble = onTrouble;
    this.#redis = new Redis(url, {
      // A call is told at once that the limiter is away, rather than kept waiting.
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      autoResendUnfulfilledCommands: false,
      commandTimeout: answerWithinMs,
      connectTimeout: answerWithinMs,
      retryStrategy: () => RETRY_CONNECTING_MS,
      scripts: { inkproofRing: { lua: RING_SCRIPT, numberOfKeys: 4 }, inkproofRenew: { lua: RENEW_SCRIPT, numberOfKeys: 1 } },
    }) as WithScripts;
    this.#redis.on('error', onTrouble);
    this.#redis.on('close', () => (this.#process = undefined));
    this.#redis.on('ready', () => void this.#meet().catch(onTrouble));
  }

  /** The microsecond of an exam, or nothing for Redis's own clock. */
  async judge(what: 'take' | 'look', { tenantId, environment, key, ...asked }: Subject & Partial<Pick<Asked, 'inFlight' | 'lease'>>, limits: RingLimits, examUs: number | '' = ''): Promise<RingAnswer> {
    const flies = what === 'look' || asked.inFlight;
    const given = [...this.#keys({ tenantId, environment, key }), what, this.#run(), limits.requestsPerSecond, key?.requestsPerSecond ?? 0, flies ? limits.inFlightMax : 0, asked.lease ?? '', LEASE_MS * 1_000, examUs];
    const [accepted, refused, nowUs, waitUs, left, keyLeft, flying] = await this.#redis.inkproofRing(...given).catch(unavailable);
    if (accepted === '-1') throw cannotBeAsked(Math.ceil(Number(waitUs) / 1_000));
    const refusedBy = refused === '' ? null : refused === 'rate' ? (environment === 'test' ? 'test' : 'tenant') : (refused as LimitName);
    return { accepted: accepted === '1', refusedBy, nowUs: Number(nowUs), waitUs: Number(waitUs), remaining: Number(left), keyRemaining: Number(keyLeft), inFlight: Number(flying) };
  }

  /** As if a call had never been accepted. */
  async undo({ tenantId, environment, key, lease }: Asked, limits: RingLimits, { nowUs }: RingAnswer): Promise<void> {
    await this.#redis.inkproofRing(...this.#keys({ tenantId, environment, key }), 'undo', this.#run(), limits.requestsPerSecond, key?.requestsPerSecond ?? 0, 0, lease, 0, nowUs).catch(this.#onTrouble);
  }

  /** Prolongs leases, and takes those again that were lost: whoever holds one says so every second. */
  async renew(leases: readonly Lease[]): Promise<void> {
    await Promise.all(leases.map(({ tenantId, environment, id }) => this.#redis.inkproofRenew(flightKey(tenantId, environment), LEASE_MS * 1_000, id)));
  }

  /** In the order in which it was asked, so a renewal that was sent before it does not bring the lease back. */
  async free(tenantId: string, environment: string, lease: string): Promise<void> {
    await this.#redis.zrem(flightKey(tenantId, environment), lease);
  }

  /** Rejects while it cannot be asked, and where it may forget what it was told. */
  async ping(): Promise<void> {
    await this.#redis.ping();
    if (!this.#process) throw new Error('Redis was not met yet');
    if (this.#process.forgets !== null) throw new Error(`Redis drops keys when it is full (maxmemory-policy ${this.#process.forgets}); a limiter needs noeviction.`);
  }

  async close(): Promise<void> {
    await this.#redis.quit().catch(() => this.#redis.disconnect());
  }

  #keys({ tenantId, environment, key }: Subject): [number, string, string, string, string] | [string, string, string, string] {
    const ring = `inkproof:{${tenantId}}:ring`;
    return ['inkproof:sentinel', `${ring}:${environment}`, `${ring}:${key?.id ?? 'none'}`, flightKey(tenantId, environment)];
  }

  /** Asks who is there, and has the second begin in which it is not trusted, so that it passes before the first call comes. */
  async #meet(): Promise<void> {
    const info = await this.#redis.info();
    const told = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
    const policy = told('maxmemory_policy');
    this.#process = { runId: told('run_id'), forgets: policy === 'noeviction' ? null : policy };
    await this.ping();
    await this.judge('look', { tenantId: 'ten_nobody', environment: 'live', key: null }, { requestsPerSecond: 1, inFlightMax: 1 }).catch(() => {});
  }

  #run(): string {
    if (!this.#process) throw cannotBeAsked();
    return this.#process.runId;
  }
}

/** Whatever kept Redis from answering, the caller is not to blame and nothing was accepted. */
const unavailable = (error: unknown): never => {
  throw isScriptFault(error) ? error : cannotBeAsked();
};

const isScriptFault = (error: unknown): boolean => error instanceof Error && /user_script|Error compiling script|WRONGTYPE/.test(error.message);
