import { describe, expect, it } from 'vitest';
import { api } from './api.js';
import type { Endpoint } from './endpoint.js';
import { Problem, problems, Refusal, type ProblemCode } from './problem.js';

const codes = Object.keys(problems) as ProblemCode[];
const endpoints = Object.values(api).flatMap((chapter) => Object.values(chapter as Record<string, Endpoint>));

describe.each(codes)('%s', (code) => {
  const { status, title, retryable } = problems[code];

  it('is a domain, a dot and what is wrong', () => {
    expect(code).toMatch(/^[a-z]+\.[a-z]+(_[a-z]+)*$/);
  });

  it('has the status of a refusal or of a fault, and a title that is a clause', () => {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
  });

  it('may be tried again when our side, the rate, a line or mere time stood in the way, and otherwise not', () => {
    const passes: ProblemCode[] = ['request.interrupted', 'maintenance.too_early', 'image.not_fetched', 'job.not_finished', 'inspection.unanswered', 'idempotency.in_flight', 'webhook.rotating'];
    expect(retryable).toBe(status >= 500 || status === 429 || passes.includes(code));
  });
});

it('what is not found is named after what was looked for, so that a foreign id answers as a missing one does', () => {
  for (const code of codes) if (problems[code].status === 404) expect(code).toMatch(/[._]not_found$|\.route_unknown$/);
});

it('only the person who signs in, accepts or sets a password is told about passwords', () => {
  for (const { path, problems: named } of endpoints) for (const code of named) if (/^(session|password)\./.test(code)) expect(path).toMatch(/^\/v1\/(session|password-resets|invitations\/(look|accept)$)/);
});

it('a refusal says the words of the table unless it has better ones', () => {
  expect(new Refusal('key.not_found').message).toBe(problems['key.not_found'].title);
  expect(new Refusal('key.not_found', 'Gone')).toMatchObject({ name: 'Refusal', code: 'key.not_found', message: 'Gone', extras: {} });
});

it('a problem is never billed', () => {
  const problem = { type: 'x', title: 'x', status: 400, code: 'request.invalid', detail: 'x', request_id: 'x', retryable: false };
  expect(Problem.safeParse({ ...problem, billed: false }).success).toBe(true);
  expect(Problem.safeParse({ ...problem, billed: true }).success).toBe(false);
});
