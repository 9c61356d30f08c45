import { Refusal } from '@inkproof/contract';
import { retryAfterMs, type Verdict } from './verdict.js';

/** When one of several calls ends cannot be promised; asking again sooner than this is of little use. */
const ASK_AGAIN_MS = 1_000;

const overRate = (limit: 'tenant' | 'key' | 'test', verdict: Verdict): Refusal => {
  const max = limit === 'key' ? verdict.key!.requestsPerSecond : verdict.requestsPerSecond;
  const whose = { tenant: 'the quota of the tenant', key: 'the quota of this key', test: 'the quota of test keys' }[limit];
  const waitMs = retryAfterMs(verdict);
  return new Refusal('rate.exceeded', `${max} calls were accepted in the second before this one, which is ${whose}. This call was not accepted and is not billed. Retry in ${waitMs} ms.`, {
    limit: { name: limit === 'tenant' ? 'requests_per_second' : `${limit}_requests_per_second`, max },
    retry_after_ms: waitMs,
  });
};

const tooManyInFlight = ({ inFlight: { now, max } }: Verdict): Refusal =>
  new Refusal('rate.in_flight_exceeded', `${now} calls are being answered at this moment, and ${max} may be. This call was not accepted and is not billed. Try again when one of them has ended.`, {
    limit: { name: 'in_flight', max, actual: now },
    retry_after_ms: ASK_AGAIN_MS,
  });

const exhausted = ({ allowance: { max, used, reserved, resetsAt } }: Verdict): Refusal =>
  new Refusal('allowance.exhausted', `${used} of the ${max} pages of this month are used and ${reserved} more are being read, so this call does not fit. Nothing of it was billed. The allowance begins anew at ${resetsAt}.`, {
    limit: { name: 'pages_per_month', max: max!, actual: used + reserved },
    resets_at: resetsAt,
  });

/** The refusal for a call that some limit did not let through: rate, calls at once and allowance are different answers. */
export const refuseByLimit = (verdict: Verdict): Refusal => {
  if (verdict.refusedBy === 'allowance') return exhausted(verdict);
  if (verdict.refusedBy === 'in_flight') return tooManyInFlight(verdict);
  return overRate(verdict.refusedBy ?? 'tenant', verdict);
};
