import { PageReading, Recognition } from '@inkproof/contract';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { SAMPLE_PICTURE, sampleReading } from './sample-reading';

describe('the sample for visitors', () => {
  it('is a page as the contract says it', () => expect(PageReading.safeParse(sampleReading.page).error).toBeUndefined());
  it('is a record as the contract says it', () => expect(Recognition.pick({ id: true, created_at: true, confidence: true, duration_ms: true, usage: true }).safeParse(sampleReading).error).toBeUndefined());
  it('has its picture', () => expect(readFileSync(path.join(import.meta.dirname, '../../../public', SAMPLE_PICTURE)).subarray(8, 12).toString()).toBe('WEBP'));
});
