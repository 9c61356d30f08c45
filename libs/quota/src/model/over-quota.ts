import { Refusal } from '@inkproof/contract';
import { retryAfterMs, type Verdict } from './verdict.js';

/** The refusal for a call that came while N others were accepted in the second before it. */
export const overQuota = (verdict: Verdict): Refusal => {
  const waitMs = retryAfterMs(verdict);
  return new Refusal('rate.exceeded', `${verdict.requestsPerSecond} calls were accepted in the second before this one, which is the quota. This call was not accepted and is not billed. Retry in ${waitMs} ms.`, {
    limit: { name: 'requests_per_second', max: verdict.requestsPerSecond },
    retry_after_ms: waitMs,
  });
};
