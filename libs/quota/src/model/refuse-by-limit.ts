import { Refusal, type CallLimit } from '@inkproof/contract';
import { retryAfterMs, type LimitName, type Verdict } from './verdict.js';

/** When one of several calls ends cannot be promised; asking again sooner than this is of little use. */
const ASK_AGAIN_MS = 1_000;

const callLimitOf = { tenant: 'requests_per_second', key: 'key_requests_per_second', test: 'test_requests_per_second', in_flight: 'in_flight', allowance: 'pages_per_month' } as const satisfies Record<LimitName, CallLimit>;

/** The limit that a refused call met, and how much it was at that instant. */
export const limitMetBy = ({ refusedBy, key, requestsPerSecond, inFlight, allowance }: Verdict): { name: CallLimit; max: number } => {
  const limit = refusedBy ?? 'tenant';
  const max = { tenant: requestsPerSecond, test: requestsPerSecond, key: key?.requestsPerSecond, in_flight: inFlight.max, allowance: allowance.max }[limit];
  return { name: callLimitOf[limit], max: max! };
};

const overRate = (limit: 'tenant' | 'key' | 'test', verdict: Verdict): Refusal => {
  const met = limitMetBy(verdict);
  const whose = { tenant: 'the quota of the tenant', key: 'the quota of this key', test: 'the quota of test keys' }[limit];
  const waitMs = retryAfterMs(verdict);
  return new Refusal('rate.exceeded', `${met.max === 1 ? '1 call was' : `${met.max} calls were`} accepted in the second before this one, which is ${whose}. This call was not accepted and is not billed. Retry in ${waitMs} ms.`, {
    limit: met,
    retry_after_ms: waitMs,
  });
};

const tooManyInFlight = (verdict: Verdict): Refusal => {
  const { now, max } = verdict.inFlight;
  return new Refusal('rate.in_flight_exceeded', `${now === 1 ? '1 call is' : `${now} calls are`} being answered at this moment, and ${max} may be. This call was not accepted and is not billed. Try again when one of them has ended.`, {
    limit: { ...limitMetBy(verdict), actual: now },
    retry_after_ms: ASK_AGAIN_MS,
  });
};

const exhausted = (verdict: Verdict): Refusal => {
  const { max, used, reserved, resetsAt } = verdict.allowance;
  return new Refusal('allowance.exhausted', `${used} of the ${max} pages of this month are used and ${reserved} more are being read, so this call does not fit. Nothing of it was billed. The allowance begins anew at ${resetsAt}.`, {
    limit: { ...limitMetBy(verdict), actual: used + reserved },
    resets_at: resetsAt,
  });
};

/** The refusal for a call that some limit did not let through: rate, calls at once and allowance are different answers. */
export const refuseByLimit = (verdict: Verdict): Refusal => {
  if (verdict.refusedBy === 'allowance') return exhausted(verdict);
  if (verdict.refusedBy === 'in_flight') return tooManyInFlight(verdict);
  return overRate(verdict.refusedBy ?? 'tenant', verdict);
};
