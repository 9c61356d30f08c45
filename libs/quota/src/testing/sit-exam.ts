import { dice } from '@inkproof/kernel';
import { brokenPromiseOf, faultsOf, type Logged } from './oracle.js';
import { drawTrace, type Step, type Trace } from './trace.js';

/** A limiter at which the time is what it is told. Steps of one tenant are judged in order. */
export interface Examinee {
  judge: (tenantId: string, n: number, steps: readonly Step[]) => Promise<Logged[]>;
}

export interface Report {
  traces: number;
  calls: number;
  faults: string[];
}

const EARLY_US = 5_000;
const AT_ONCE = 16;

/** After its trace: the wait that a refusal named is exact. Five milliseconds before its end it is refused again, at its end accepted. */
const faultsOfRetry = async (examinee: Examinee, tenantId: string, log: readonly Logged[]): Promise<string[]> => {
  const last = log.at(-1)!;
  if (last.accepted) return [];
  const endUs = last.atUs + last.waitUs;
  const [early, exact] = await examinee.judge(tenantId, last.n, [{ atUs: Math.max(last.atUs, endUs - EARLY_US) }, { atUs: endUs }]);
  return [...(last.waitUs > 0 && early!.accepted ? ['a retry before its time was accepted'] : []), ...(exact!.accepted ? [] : ['a retry at the instant that was named was refused'])];
};

const sit = async (examinee: Examinee, tenantId: string, trace: Trace): Promise<{ calls: number; faults: string[] }> => {
  const log = await examinee.judge(tenantId, trace.n, trace.steps);
  const broken = brokenPromiseOf(trace, log);
  const faults = [...faultsOf(log), ...(broken === undefined ? [] : [broken]), ...(await faultsOfRetry(examinee, tenantId, log))];
  return { calls: log.length, faults: faults.map((fault) => `${tenantId}, ${trace.kind} of ${trace.n}: ${fault}`) };
};

/** Has a limiter judge generated traces, and an oracle judge the limiter. The same numbers draw the same traces. */
export const sitExam = async (examinee: Examinee, { first, traces }: { first: number; traces: number }): Promise<Report> => {
  const report: Report = { traces, calls: 0, faults: [] };
  let next = first;
  const work = async (): Promise<void> => {
    while (next < first + traces) {
      const number = next++;
      const { calls, faults } = await sit(examinee, `ten_exam_${number}`, drawTrace(dice(number)));
      report.calls += calls;
      report.faults.push(...faults);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return report;
};
