import type { ProblemCode } from '@inkproof/contract';
import type { TenantCaller } from '@inkproof/identity';
import type { Id, Ids } from '@inkproof/kernel';
import type { Metrics } from '@inkproof/platform';
import type { CallHead, LedgerEntry, OpenCall, Reliance } from '../model/ledger-entry.js';
import { limitMetBy, refuseByLimit } from '../model/refuse-by-limit.js';
import type { Lease, Standing, Verdict } from '../model/verdict.js';
import type { Asked, Limiter, Subject } from '../store/limiter.js';
import type { HoldLeases } from './hold-leases.js';
import type { NoteRefusals } from './note-refusals.js';

/** A call that wants to be let in. */
export interface Knock {
  caller: TenantCaller;
  requestId: string;
  /** What permits it to hold personal information; absent where it declares none. */
  relied?: Reliance | undefined;
  /** Told as soon as the limits have decided, so that every answer can say what is left. */
  onVerdict: (standing: Standing) => void;
}

/** A call or a job that was let in, and what it holds. */
export interface Admission extends Verdict {
  lease: Lease;
}

/** A call that was let in, and the id under which it is noted and will be recorded. */
export interface CallAdmission extends Admission {
  entryId: Id<'use'>;
}

/** What a call asks for. */
interface CallWeight {
  /** What it may be billed at most. */
  pages: number;
  /** Should nobody record it in that time, it counts as lost. */
  recordedWithinMs: number;
}

/** A tenant that was refused is asked for before its next file is read, for so long. It decides nothing: the limiter does. */
const PRESSING_MS = 1_000;
const MOST_PRESSING = 10_000;

const subjectOf = (caller: TenantCaller): Subject =>
  caller.kind === 'key'
    ? { tenantId: caller.tenantId, environment: caller.environment, key: caller.requestsPerSecond === undefined ? null : { id: caller.keyId, requestsPerSecond: caller.requestsPerSecond } }
    : { tenantId: caller.tenantId, environment: 'live', key: null };

/** By whom and through which door, as the ledger notes it. */
const originOf = (caller: TenantCaller): Pick<CallHead, 'keyId' | 'channel'> => (caller.kind === 'key' ? { keyId: caller.keyId, channel: 'api' } : { keyId: null, channel: 'console' });

const nameOf = ({ tenantId, environment, key }: Subject): string => `${tenantId} ${key?.id ?? environment}`;

/** Lets a call in, or throws the refusal of the limit that did not and notes it. What is let in is held until it is let go. */
export class Admit {
  readonly #pressing = new Map<string, number>();

  constructor(
    private readonly limiter: Limiter,
    private readonly held: HoldLeases,
    private readonly refusals: NoteRefusals,
    private readonly metrics: Metrics,
    private readonly ids: Ids,
  ) {}

  /** A call that is answered while its caller waits. It is noted as open in the step that lets it in. */
  async call(knock: Knock, { pages, recordedWithinMs }: CallWeight): Promise<CallAdmission> {
    const { caller, requestId, relied } = knock;
    const entryId = this.ids.next('use');
    const call: OpenCall = { id: entryId, requestId, ...originOf(caller), route: 'recognitions', relied, lastsMs: recordedWithinMs };
    const admission = await this.#take(knock, { lease: this.ids.next('lea'), pages, inFlight: true, call });
    this.held.hold(admission.lease);
    return { ...admission, entryId };
  }

  /** A job, whose pages are held under its own name; nobody waits for it, so it is not in flight. */
  job(knock: Knock, id: string, pages: number): Promise<Admission> {
    return this.#take(knock, { lease: id, pages, inFlight: false, call: null });
  }

  /**
   * Turns a call away before its file is read, if its tenant was just refused and would be again. So one who hammers costs
   * little, and others do not wait for it.
   */
  async unlessPressing(knock: Knock, route: CallHead['route']): Promise<void> {
    const subject = subjectOf(knock.caller);
    const untilMs = this.#pressing.get(nameOf(subject));
    if (untilMs === undefined) return;
    if (performance.now() >= untilMs) return void this.#pressing.delete(nameOf(subject));
    const verdict = await this.limiter.lookAgain(subject);
    // A place in flight may come free while the file is on its way.
    if (!verdict.accepted && verdict.refusedBy !== 'in_flight') this.#refuse(knock, route, subject, verdict);
  }

  look(caller: TenantCaller): Promise<Standing> {
    return this.limiter.look(subjectOf(caller));
  }

  async #take(knock: Knock, { lease: id, pages: asked, inFlight, call }: Pick<Asked, 'lease' | 'pages' | 'inFlight' | 'call'>): Promise<Admission> {
    const subject = subjectOf(knock.caller);
    const { tenantId, environment } = subject;
    const pages = environment === 'test' ? 0 : asked;
    const verdict = await this.limiter.take({ ...subject, pages, inFlight, lease: id, call });
    if (!verdict.accepted) this.#refuse(knock, inFlight ? 'recognitions' : 'jobs', subject, verdict);
    knock.onVerdict(verdict);
    return { ...verdict, lease: { id, tenantId, environment, inFlight, pages } };
  }

  #refuse({ caller, requestId, onVerdict }: Knock, route: CallHead['route'], subject: Subject, verdict: Verdict): never {
    onVerdict(verdict);
    if (this.#pressing.size >= MOST_PRESSING) this.#pressing.clear();
    this.#pressing.set(nameOf(subject), performance.now() + PRESSING_MS);
    const refusal = refuseByLimit(verdict);
    this.noteRefused({ caller, requestId }, route, refusal.code, verdict.at, limitMetBy(verdict));
    throw refusal;
  }

  /** Notes a call that was turned away, here or before it came here, in the ledger. It has taken nothing anywhere. */
  noteRefused({ caller, requestId }: Pick<Knock, 'caller' | 'requestId'>, route: CallHead['route'], code: ProblemCode, at: string, limit?: LedgerEntry['limit']): void {
    this.metrics.recognitions.inc({ outcome: 'refused', code });
    this.refusals.add(caller.tenantId, { at, requestId, route, ...originOf(caller), environment: subjectOf(caller).environment, outcome: 'refused', code, limit, recognitionId: null, pages: 0, billedPages: 0, pageReasons: {}, durationMs: 0 });
  }
}
