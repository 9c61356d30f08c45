import { describe, expect, it } from 'vitest';
import { pagePolicy, securityHeaders } from './security-headers';

describe('the policy of a page', () => {
  it('lets in only scripts that carry the nonce', () => expect(pagePolicy('abc', false)).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';"));
  it('never evaluates text as code in production', () => expect(pagePolicy('abc', false)).not.toContain('unsafe-eval'));
  it('shows pictures of its own, dropped ones and drawn ones', () => expect(pagePolicy('abc', false)).toContain("img-src 'self' blob: data:"));
});

describe('the headers of a page', () => {
  it('promise strict transport only over TLS', () => expect([true, false].map((tls) => securityHeaders(tls).some(([name]) => name === 'strict-transport-security'))).toEqual([true, false]));
});
