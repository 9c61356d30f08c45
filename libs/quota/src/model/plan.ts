import type { UploadLimits } from '@inkproof/contract';

/** What the calls of a tenant may weigh. */
export interface Plan {
  name: string;
  uploadMaxBytes: number;
  /** Of one page. */
  pageMaxPixels: number;
  /** Read in one call. */
  callMaxPages: number;
  jobMaxPages: number;
  jobMaxDocuments: number;
  /** Pages of one tenant that a node reads at the same time. */
  readingsAtOnce: number;
  /** The longest one call may take, its waiting included. */
  deadlineMs: number;
  /** Calls of the tenant that are answered at the same time. */
  inFlightMax: number;
  /** Pages billed in a calendar month; null for as many as are sent. */
  monthMaxPages: number | null;
  /** Whether pages beyond those are read and counted apart. */
  overage: boolean;
  testRequestsPerSecond: number;
  testInFlightMax: number;
}

/** The same as callers are told. */
export const uploadLimits = ({ uploadMaxBytes, pageMaxPixels, callMaxPages, jobMaxPages, jobMaxDocuments }: Plan): UploadLimits => ({
  max_bytes: uploadMaxBytes,
  max_pixels: pageMaxPixels,
  max_pages: callMaxPages,
  max_job_pages: jobMaxPages,
  max_job_documents: jobMaxDocuments,
});

/** What an install can bear, whatever a plan promises. */
export type Ceilings = Pick<Plan, 'uploadMaxBytes' | 'pageMaxPixels' | 'callMaxPages' | 'jobMaxPages' | 'deadlineMs'>;

/** The plan as it holds on this install: the smaller of what was agreed and what the machines can bear. */
export const under = (plan: Plan, ceilings: Ceilings): Plan => ({
  ...plan,
  uploadMaxBytes: Math.min(plan.uploadMaxBytes, ceilings.uploadMaxBytes),
  pageMaxPixels: Math.min(plan.pageMaxPixels, ceilings.pageMaxPixels),
  callMaxPages: Math.min(plan.callMaxPages, ceilings.callMaxPages),
  jobMaxPages: Math.min(plan.jobMaxPages, ceilings.jobMaxPages),
  deadlineMs: Math.min(plan.deadlineMs, ceilings.deadlineMs),
});
