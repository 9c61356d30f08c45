import { requestEventKinds, requestTaskKinds, type SubjectRequestProof } from '@inkproof/contract';
import { expect, it } from 'vitest';
import { proofPage } from './proof-page.js';

const at = '2026-11-27T19:58:42.000Z';
const officer = { id: 'per_01k9zzzzzzzzzzzzzzzzzzzzzz', name: '沈若川' } as const;
const proof = (language: 'zh-CN' | 'en', words: string): SubjectRequestProof => ({
  v: 1,
  tenant: { id: 'ten_01k9zzzzzzzzzzzzzzzzzzzzzz', name: '澄江物流' },
  request: {
    id: 'dsr_01k9zzzzzzzzzzzzzzzzzzzzzz', kind: 'withdraw', relation: 'self', source: 'form', language, state: 'answered', ended_at: at, tasks_open: 0, subject_known: true,
    clock: { received_at: at, due_at: at, used: 1, overdue: false, extended: true },
    person: { name: '张三', about: null, email: 'zhang@person.example', words },
    identity: { method: 'known_contact', at, by: officer },
    events: requestEventKinds.map((kind) => ({ at, kind, side: 'tenant', by: officer, words })),
    tasks: requestTaskKinds.map((kind) => ({ id: 'dst_01k9zzzzzzzzzzzzzzzzzzzzzz', kind, state: 'not_needed', by_itself: false, count: 3, certificate: null, note: words, settled_at: at, settled_by: officer })),
  },
  issued_at: at,
  request_sha256: 'ab'.repeat(32),
  checkpoint: null,
});

it.each(['zh-CN', 'en'] as const)('a proof in %s is said in words, by name and in the time of Shanghai', (language) => {
  const page = proofPage(proof(language, '请删除'));
  for (const said of ['澄江物流', '张三', '沈若川', '2026-11-28 03:58:42 UTC+8', '请删除', 'ab'.repeat(32)]) expect(page).toContain(said);
  for (const code of [...requestEventKinds, ...requestTaskKinds].filter((name) => name.includes('_'))) expect(page).not.toContain(code);
  expect(page).not.toContain(officer.id);
});

it('what a person wrote is text, and nothing is fetched for the page', () => {
  const page = proofPage(proof('en', `<img src=x onerror="alert('1')"> & more`));
  expect(page).not.toMatch(/<(img|script|link|iframe)/);
  expect(page).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; more');
  expect(page).not.toMatch(/https?:/);
});
