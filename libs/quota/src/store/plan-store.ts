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

/** What the calls of a tenant may weigh here. Asked for at every call, so that a new plan holds from the next one. */
export class PlanStore {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** As agreed, by name. */
  list(): Promise<Plan[]> {
    return this.database.asProvider((tx) => tx.plan.findMany({ orderBy: { name: 'asc' } }));
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
