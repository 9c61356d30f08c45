import type { LedgerCall } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { callsCsvHead, callsCsvRows } from './calls-csv.js';

const call = (label: string): LedgerCall => ({ id: 'use_1', at: '2026-11-22T04:00:00.000001Z', request_id: 'req_1', key: { id: 'key_1', label }, channel: 'api', environment: 'live', route: 'recognitions', outcome: 'accepted', code: null, reason: 'mixed', page_reasons: { read: 2, no_text: 1 }, limit: null, recognition: 'rec_1', pages: 3, billed_pages: 2, duration_ms: 1_200 });

it('has one column for each thing, in the order of its head', () => {
  expect(callsCsvHead.split(',')).toHaveLength(18);
  expect(callsCsvRows([call('开票')])).toBe('2026-11-22T04:00:00.000001Z,use_1,req_1,key_1,开票,api,live,recognitions,accepted,,mixed,read=2 no_text=1,rec_1,3,2,1200,,\r\n');
  expect(callsCsvRows([{ ...call('开票'), limit: { name: 'key_requests_per_second', max: 3 } }])).toContain(',1200,key_requests_per_second,3\r\n');
});

it('quotes what would break a row, and lets no label become a formula', () => {
  expect(callsCsvRows([call('a, "b"\nc')])).toContain(',"a, ""b""\nc",');
  expect(callsCsvRows([call('=HYPERLINK("x")')])).toContain(`,"'=HYPERLINK(""x"")",`);
});
