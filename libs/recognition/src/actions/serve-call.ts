import type { Clock, Id } from '@inkproof/kernel';
import { telling, type Database, type News, type ObjectStore, type Queue, type Taken } from '@inkproof/platform';
import { answerOf, unpackCall, type CallAnswer } from '../model/call-letter.js';
import { answerId, requestId, stopTopic, type CallEntry } from './queued-readers.js';
import type { Readers } from './readers.js';

/** The caller is there within milliseconds, or gave up. */
const ANSWER_KEPT_MS = 120_000;

/** Reads for a node that has no readers of its own, and hands back what came of it. */
export class ServeCall {
  constructor(
    private readonly database: Database,
    private readonly objects: ObjectStore,
    private readonly readers: Readers,
    private readonly queue: Queue,
    private readonly news: News,
    private readonly clock: Clock,
  ) {}

  async for({ id, data: { tenantId, callId }, waitedMs, signal }: Taken<CallEntry>): Promise<void> {
    const hangUp = new AbortController();
    const look = async (): Promise<void> => {
      if (!(await this.objects.has(tenantId, requestId(callId)).catch(() => true))) hangUp.abort();
    };
    // Heard from before the request is looked for, so that nothing falls between.
    const release = this.news.hear(stopTopic(callId), () => void look());
    try {
      const [piece] = await Promise.all([this.objects.get(tenantId, requestId(callId)), this.queue.sign('call', id, this.news.presence)]);
      // The caller has hung up, or the deadline has passed.
      if (!piece) return;
      const answer = await this.#read(tenantId, piece, waitedMs, AbortSignal.any([signal, hangUp.signal]));
      await this.#hand(tenantId, callId, answer);
    } catch (error) {
      if (!hangUp.signal.aborted) throw error;
    } finally {
      release();
    }
  }

  async #read(tenantId: Id<'ten'>, piece: Uint8Array, waitedMs: number, signal: AbortSignal): Promise<CallAnswer> {
    const { request, file } = unpackCall(piece);
    const { deadlineMs, ...asked } = request;
    try {
      return { reading: await this.readers.read({ ...asked, file, lane: tenantId, urgency: 'call', deadlineMs: Math.max(1, deadlineMs - waitedMs), signal }) };
    } catch (error) {
      const answer = signal.aborted ? undefined : answerOf(error);
      if (!answer) throw error;
      return answer;
    }
  }

  /** Nothing is left for a caller who has gone: whoever goes takes the request away. */
  async #hand(tenantId: Id<'ten'>, callId: string, answer: CallAnswer): Promise<void> {
    const row = await this.objects.lay(tenantId, { id: answerId(callId), class: 'call_letter', bytes: Buffer.from(JSON.stringify(answer)), expiresAt: new Date(this.clock.now().getTime() + ANSWER_KEPT_MS) });
    await this.database.changeAsTenant(tenantId, async (run) => {
      const waiting = await run({ name: 'caller_waits', text: 'SELECT 1 FROM stored_object WHERE tenant_id = $1 AND id = $2 FOR UPDATE', values: [tenantId, requestId(callId)] });
      if (!waiting.length) return;
      await run(row);
      await run(telling(callId));
    });
  }
}
