import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RecognitionOptions } from '@inkproof/contract';
import type { Id } from '@inkproof/kernel';
import { SafeFetch, type Config } from '@inkproof/platform';
import type { Plan } from '@inkproof/quota';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FetchFile } from '../actions/fetch-file.js';
import { SendJob } from './send-job.js';

const FILE_BYTES = 600;
const plan: Plan = { name: 'standard', uploadMaxBytes: 1_000, pageMaxPixels: 900, callMaxPages: 5, jobMaxPages: 5, jobMaxDocuments: 5, readingsAtOnce: 3, deadlineMs: 4_000, inFlightMax: 10, monthMaxPages: null, overage: false, testRequestsPerSecond: 2, testInFlightMax: 2 };
const caller = { kind: 'key', tenantId: 'ten_a' as Id<'ten'>, keyId: 'key_a' as Id<'key'>, environment: 'live', retention: 'none' } as const;

let files: Server;
let url: string;
let fetched = 0;

beforeAll(async () => {
  files = createServer((_, response) => (fetched++, response.end(Buffer.alloc(FILE_BYTES))));
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(files.address() as AddressInfo).port}/`;
});
afterAll(() => void files.close());

/** Admits nothing: what is admitted is shown elsewhere. */
const send = (documents: number, given: Partial<Plan> = {}) => {
  const config = { fetch: { urls: true, exceptions: [] } } as unknown as Config;
  const admit = { for: () => Promise.reject(new Error('admitted')) };
  const sending = new SendJob(new FetchFile(new SafeFetch({ exceptions: ['127.0.0.0/8'] }), config), admit);
  const upload = { documents: Array.from({ length: documents }, () => ({ source: { url }, tag: null })), options: RecognitionOptions.parse({}) };
  return sending.for({ caller, requestId: 'req_1' }, { given: upload, relied: undefined, plan: { ...plan, ...given }, maxBytes: 1_500, signal: new AbortController().signal, onVerdict: () => {} });
};

it('counts files that are fetched against what a job may weigh, and fetches no more than that', async () => {
  await expect(send(2)).rejects.toThrow('admitted');
  fetched = 0;
  await expect(send(5)).rejects.toMatchObject({ code: 'request.too_large', extras: { limit: { max: 1_500 } } });
  expect(fetched).toBe(3);
});

it('waits for all of them together no longer than a call may take', async () => {
  await expect(send(2, { deadlineMs: -1 })).rejects.toMatchObject({ code: 'image.not_fetched' });
});
