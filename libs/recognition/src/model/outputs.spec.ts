import { expect, it } from 'vitest';
import { recognitionOf } from '../testing/reading-of.js';
import { outputOf, outputOfKept, showOutputs } from './outputs.js';

const recognition = recognitionOf('rec_1', ['Invoice']);
const file = { bytes: Buffer.from('a file'), lane: 'ten_1' };
const noFault = (error: unknown): never => {
  throw error;
};

it('says of a searchable PDF that was not made before the deadline that the pages stand, and shows the others', async () => {
  const [pdf, text] = await showOutputs(['pdf', 'text'], recognition, { ...file, deadlineMs: 0 }, noFault);
  expect(pdf).toMatchObject({ format: 'pdf', problem: { code: 'recognition.deadline_exceeded', detail: expect.stringMatching(/^The pages were read/) as unknown } });
  expect(text).toMatchObject({ format: 'text', text: 'Invoice' });
});

it('says of a searchable PDF for which there is no place that it may be asked for again', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 12 }, () => outputOf('pdf', recognition, { ...file, lane: 'ten_2' })));
  const codes = asked.map((each) => (each.status === 'rejected' ? (each.reason as { code: string }).code : 'written'));
  // The file is none, so those that found a place failed there: one at work and eight that waited.
  expect(codes.filter((code) => code === 'output.failed')).toHaveLength(9);
  expect(codes.slice(9)).toEqual(['capacity.busy', 'capacity.busy', 'capacity.busy']);
});

it('makes no form for somebody who has hung up', async () => {
  await expect(showOutputs(['pdf'], recognition, { ...file, signal: AbortSignal.abort() }, noFault)).rejects.toMatchObject({ code: 'request.interrupted' });
});

it('gives a kept result in JSON as it is kept, and in other forms as they are made of the result itself', async () => {
  const kept = Buffer.from(JSON.stringify(recognition));
  expect((await outputOfKept('json', kept, { lane: 'ten_1' })).body).toBe(kept);
  for (const format of ['text', 'alto'] as const) expect(await outputOfKept(format, kept, { lane: 'ten_1' })).toEqual(await outputOf(format, recognition));
});
