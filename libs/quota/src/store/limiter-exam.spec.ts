import { openSpecDatabase, startRedis } from '@inkproof/spec-database';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { examinePostgres, examineRedis } from '../testing/examinees.js';
import { sitExam } from '../testing/sit-exam.js';
import { RedisRings } from './redis-rings.js';

/** A share of the exam. `npm run bench -- exam` has both stores sit all ten thousand. */
const ALL = Number(process.env['EXAM_TRACES'] ?? 0);
const shareOf = (traces: number) => ({ first: 0, traces: ALL || traces });
const LONGEST_MS = 1_200_000;

/** A longer list is judged at once than a call would wait for. */
const PATIENCE_MS = 20_000;

describe('the law of the last N accepted calls is kept to the microsecond', () => {
  it('by PostgreSQL', async () => {
    const spec = await openSpecDatabase();
    const examinee = await examinePostgres(spec.ownerUrl);
    const report = await sitExam(examinee, shareOf(300));
    expect(report.faults).toEqual([]);
    expect(report.calls).toBeGreaterThan(5_000);
    if (ALL) process.stdout.write(`PostgreSQL: ${report.traces} traces, ${report.calls} calls, no fault\n`);
    await examinee.close();
    await spec.drop();
  }, LONGEST_MS);

  it('by Redis', async () => {
    const redis = await startRedis();
    const rings = new RedisRings({ url: redis.url, onTrouble: () => {}, answerWithinMs: PATIENCE_MS });
    await expect.poll(() => rings.ping().then(() => true, () => false)).toBe(true);
    await sleep(1_050);
    const report = await sitExam(examineRedis(rings), shareOf(600));
    expect(report.faults).toEqual([]);
    expect(report.calls).toBeGreaterThan(10_000);
    if (ALL) process.stdout.write(`Redis: ${report.traces} traces, ${report.calls} calls, no fault\n`);
    await rings.close();
    await redis.stop();
  }, LONGEST_MS);
});
