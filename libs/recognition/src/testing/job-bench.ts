import { Trail } from '@inkproof/audit';
import { PolicyStore, type Reliance } from '@inkproof/consent';
import { CountingIds, StillClock, SystemClock, type Clock, type Id } from '@inkproof/kernel';
import { AskDoor, KeepDoor, WindowStore } from '@inkproof/maintenance';
import { createLog, Database, Metrics, News, type ObjectStore, Queue, telling, type Statement } from '@inkproof/platform';
import { LedgerStore } from '@inkproof/quota';
import { CancelJob } from '../actions/cancel-job.js';
import { DescribeDocument } from '../actions/describe-document.js';
import { EndDocument } from '../actions/end-document.js';
import { FetchJobResult } from '../actions/fetch-job-result.js';
import { FollowJob } from '../actions/follow-job.js';
import type { Sweeper } from '../actions/keep-sweeping.js';
import { HoldDocuments } from '../actions/hold-documents.js';
import { OpenJob } from '../actions/open-job.js';
import { QueuedReaders } from '../actions/queued-readers.js';
import { ReadDocumentOfJob } from '../actions/read-document-of-job.js';
import { RunDocument } from '../actions/run-document.js';
import { ScreenResult } from '../actions/screen-result.js';
import { ServeCall } from '../actions/serve-call.js';
import { SettleJob } from '../actions/settle-job.js';
import { SweepJobs } from '../actions/sweep-jobs.js';
import { WorkOffQueue } from '../actions/work-off-queue.js';
import { NodeStore } from '../store/node-store.js';
import { JobRows, type JobOptions } from '../store/job-rows.js';
import { JobStore } from '../store/job-store.js';
import { RecognitionStore } from '../store/recognition-store.js';
import { fileOf, ScriptedReaders } from './scripted-readers.js';
import { Erasing } from './erasing.js';
import { openStorage } from './open-vault.js';

const HOUR_MS = 3_600_000;
const masterKey = Buffer.alloc(32, 7);

/** Everything of jobs in one process, with readers that read what they are told to. */
export class JobBench<Time extends Clock = StillClock> {
  readonly ids = new CountingIds();
  readonly readers = new ScriptedReaders();
  readonly jobs: JobStore;
  readonly open: OpenJob;
  readonly cancel: CancelJob;
  readonly follow: FollowJob;
  readonly fetch: FetchJobResult;
  readonly erasing: Erasing;
  readonly sweep: Sweeper;
  readonly objects: ObjectStore;
  readonly run: RunDocument;
  readonly serve: ServeCall;
  readonly queued: QueuedReaders;
  readonly door: KeepDoor;
  readonly asking: AskDoor;
  readonly #nodes: NodeStore;
  readonly #rows: JobRows;

  private constructor(
    readonly database: Database,
    readonly queue: Queue,
    readonly news: News,
    readonly clock: Time,
  ) {
    const { ids } = this;
    const storage = openStorage(database, masterKey, ids, clock);
    this.jobs = new JobStore(database, storage.drawers);
    this.#rows = new JobRows(storage.drawers);
    this.objects = storage.objects;
    this.erasing = new Erasing(database, storage, ids, clock);
    const announce = { writing: (_: string, event: string, subject: string): Statement => telling(`${subject} ${event}`) };
    const screen = new ScreenResult(new PolicyStore(database));
    const settle = new SettleJob(this.#rows, new LedgerStore(database, ids), announce, clock, 24 * HOUR_MS);
    this.open = new OpenJob(database, this.#rows, this.objects, queue, ids, clock, { maxWaiting: 40, keptBytes: 3_000_000, keptBytesPerTenant: 2_000_000 });
    this.cancel = new CancelJob(database, this.#rows, settle, queue, this.erasing.erase, this.erasing.open, this.erasing.certify, new Trail(), clock);
    this.door = new KeepDoor(database, new WindowStore(), news, () => {});
    this.asking = new AskDoor(this.door, database);
    this.follow = new FollowJob(this.jobs, news, screen, this.asking);
    this.fetch = new FetchJobResult(database, this.jobs, this.#rows, this.objects, screen, clock, 10 * 60_000);
    const jobs = new SweepJobs(database, this.cancel, clock);
    this.sweep = {
      sweep: async () => {
        await jobs.sweep();
        await this.erasing.sweep.sweep();
      },
    };
    this.serve = new ServeCall(database, this.objects, this.readers, queue, news, clock);
    this.#nodes = new NodeStore(database, clock);
    this.queued = new QueuedReaders(this.readers, database, this.objects, queue, news, this.#nodes, ids, clock, { readers: { processes: 0, maxQueued: 8 } });
    const read = new ReadDocumentOfJob(database, this.jobs, this.#rows, this.objects, this.readers, news, clock);
    const end = new EndDocument(database, this.#rows, this.objects, new RecognitionStore(database, this.objects, ids, clock, masterKey), settle, queue, ids, clock);
    this.run = new RunDocument(read, new DescribeDocument(() => [], screen, ids, clock, 30 * 24 * HOUR_MS, createLog('silent')), end, new Metrics(), createLog('silent'));
  }

  /** On a database of specs, as the application connects to it. */
  static on(url: string): Promise<JobBench> {
    return JobBench.by(url, new StillClock());
  }

  /** The same by another clock. */
  static async by<Time extends Clock>(url: string, clock: Time): Promise<JobBench<Time>> {
    const database = new Database({ url, pool: 10 });
    const queue = new Queue({ url, looksAfter: true, onTrouble: () => {} });
    const news = new News(url);
    await Promise.all([queue.start(), news.start()]);
    return new JobBench(database, queue, news, clock);
  }

  /** A worker that has told of itself, and nodes that have heard of it. */
  async work(atOnce = 2): Promise<void> {
    await this.door.onApplicationBootstrap();
    const holding = new HoldDocuments(this.door, this.asking, this.queue, this.clock, () => {});
    await new WorkOffQueue(this.queue, this.run, this.serve, holding, atOnce - 1, createLog('silent')).onApplicationBootstrap();
    const readers = { total: atOnce, busy: 0, queued: 0, replaced: 0, recycled: 0 };
    await this.#nodes.beat({ id: 'worker', kind: 'worker', limiter: null, version: '0', startedAt: this.clock.now(), readers, memoryBytes: 0, installed: [{ name: 'tesseract', version: 'scripted', languages: ['eng'] }], checks: { readers: 'ok' } });
    await this.queued.onApplicationBootstrap();
  }

  async newTenant(): Promise<Id<'ten'>> {
    const id = this.ids.next('ten');
    await this.database.asProvider((tx) => tx.tenant.create({ data: { id, name: 'x', createdAt: new SystemClock().now() } }));
    return id;
  }

  /** A job of these documents, each with the words of its pages. */
  async submit(tenantId: Id<'ten'>, documents: string[][], more: Partial<JobOptions> = {}, relied?: Reliance): Promise<Id<'job'>> {
    const id = this.ids.next('job');
    const pages = documents.reduce((sum, document) => sum + document.length, 0);
    const { record } = await this.open.for({
      id,
      caller: { kind: 'key', tenantId, keyId: 'key_1', environment: 'live', retention: 'none' },
      requestId: 'req_1',
      tag: null,
      documents: documents.map((pages) => ({ file: fileOf({ pages }), tag: null, pages: pages.length })),
      asked: { read: { languages: 'auto', reader: 'auto' }, pages: documents.map(() => null), caps: { maxPixels: 1_000_000, maxPages: 1_000 }, readingsAtOnce: 2, outputs: [], retention: 'none', ...more },
      relied,
      admission: { at: '2026-11-22T04:00:00.123456Z', lease: { id, tenantId, environment: 'live', inFlight: false, pages } },
    });
    return record.id as Id<'job'>;
  }

  async stop(): Promise<void> {
    this.queued.onApplicationShutdown();
    await this.door.beforeApplicationShutdown();
    await this.queue.stop(1_000);
    await this.news.stop();
    await this.database.close();
  }
}
