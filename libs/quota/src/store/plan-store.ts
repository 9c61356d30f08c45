import type { Id } from '@inkproof/kernel';
import type { Config, Database } from '@inkproof/platform';
import { under, type Plan } from '../model/plan.js';

interface PlanRow {
  name: string;
  upload_max_bytes: number;
  page_max_pixels: number;
  call_max_pages: number;
  job_max_pages: number;
  job_max_documents: number;
  readings_at_once: number;
  deadline_ms: number;
  in_flight_max: number;
  month_max_pages: number | null;
  overage: boolean;
  test_requests_per_second: number;
  test_in_flight_max: number;
}

/** A plan is looked up again after this time, so that another holds for every call within it. */
const KEPT_MS = 500;
const MOST_KEPT = 10_000;

/** What the calls of a tenant may weigh here. */
export class PlanStore {
  readonly #kept = new Map<string, { plan: Promise<Plan>; askedMs: number }>();

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** As agreed, by name. */
  list(): Promise<Plan[]> {
    return this.database.asProvider((tx) => tx.plan.findMany({ orderBy: { name: 'asc' } }));
  }

  /** As it was half a second ago at most, for calls, which may come by the hundred; those that come at once ask once. */
  lately(tenantId: Id<'ten'>): Promise<Plan> {
    const kept = this.#kept.get(tenantId);
    if (kept && performance.now() - kept.askedMs < KEPT_MS) return kept.plan;
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    const plan = this.of(tenantId);
    this.#kept.set(tenantId, { plan, askedMs: performance.now() });
    // A store that could not be asked is asked again.
    plan.catch(() => this.#kept.delete(tenantId));
    return plan;
  }

  async of(tenantId: Id<'ten'>): Promise<Plan> {
    const row = await this.database.ask<PlanRow>('gate_find_plan', tenantId);
    if (!row) throw new Error('A tenant that calls has no plan');
    const { uploads, jobs, readers } = this.config;
    return under(
      {
        name: row.name,
        uploadMaxBytes: row.upload_max_bytes,
        pageMaxPixels: row.page_max_pixels,
        callMaxPages: row.call_max_pages,
        jobMaxPages: row.job_max_pages,
        jobMaxDocuments: row.job_max_documents,
        readingsAtOnce: row.readings_at_once,
        deadlineMs: row.deadline_ms,
        inFlightMax: row.in_flight_max,
        monthMaxPages: row.month_max_pages,
        overage: row.overage,
        testRequestsPerSecond: row.test_requests_per_second,
        testInFlightMax: row.test_in_flight_max,
      },
      { uploadMaxBytes: uploads.maxBytes, pageMaxPixels: uploads.maxPixels, callMaxPages: uploads.maxPages, jobMaxPages: jobs.maxPages, deadlineMs: readers.deadlineMs },
    );
  }
}
