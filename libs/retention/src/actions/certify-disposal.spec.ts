import { createHash, createPublicKey, verify } from 'node:crypto';
import { signable } from '@inkproof/audit';
import type { DisposalCertificateBody } from '@inkproof/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DisposalBench, PHOTO } from '../testing/disposal-bench.js';
import { staff } from '../testing/retention-bench.js';

const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');
const [maker, witness] = [staff('per_maker', 'operator'), staff('per_witness', 'compliance')];

let bench: DisposalBench;
beforeAll(async () => {
  bench = await DisposalBench.open();
});
afterAll(() => bench.retention.close());

const root = (text: string, values: unknown[] = []) => bench.retention.root.query<Record<string, unknown>>(text, values);
const witnessed = async () => {
  const entry = await bench.entered();
  await bench.retention.approve(entry.approvalId, witness);
  return entry;
};

describe('the witness', () => {
  it('is somebody else, in a role that keeps the register', async () => {
    const { id, approvalId } = await bench.entered();
    await expect(bench.retention.approve(approvalId, maker)).rejects.toMatchObject({ code: 'approval.own' });
    await expect(bench.retention.approve(approvalId, staff('per_support', 'support'))).rejects.toMatchObject({ code: 'access.denied' });
    expect(await bench.certificate(id)).toBeUndefined();
    await bench.retention.approve(approvalId, witness);
    expect(await bench.find(id)).toMatchObject({ state: 'witnessed', performedBy: { id: 'per_maker' }, witnessedBy: { id: 'per_witness' } });
  });

  it('reads every word of the entry and the digest of each piece of evidence', async () => {
    const { id, approvalId } = await bench.entered();
    const { payload } = await bench.retention.database.asProvider((tx) => bench.retention.approvals.find(tx, approvalId));
    expect(payload).toMatchObject({ disposal: id, serial: 'ZC1A93XY', method: 'destroy', technique: 'shred', verified_by: 'seen', evidence: [createHash('sha256').update(PHOTO).digest('hex')] });
  });

  it('who refuses leaves an entry without a certificate', async () => {
    const { id, approvalId } = await bench.entered();
    await bench.retention.database.asProvider(async (tx) => bench.retention.approvals.decide(tx, approvalId, { verdict: 'refuse', payloadSha256: (await bench.retention.approvals.find(tx, approvalId)).payloadSha256, by: witness, reason: 'I saw another disk' }));
    expect(await bench.find(id)).toMatchObject({ state: 'unwitnessed', certificate: null });
  });
});

describe('the certificate', () => {
  it('is signed by the key of the audit log, over what stands in it and nothing else', async () => {
    const { id } = await witnessed();
    const { body, signature } = (await bench.certificate(id))!;
    const said = JSON.parse(body) as DisposalCertificateBody;
    const key = createPublicKey({ key: Buffer.concat([PUBLIC_DER, bench.retention.key.publicKey]), format: 'der', type: 'spki' });
    expect(said).toMatchObject({ v: 1, disposal: { id, serial: 'ZC1A93XY' }, performed_by: { id: 'per_maker' }, witnessed_by: { id: 'per_witness' }, evidence: [{ kind: 'photo', bytes: PHOTO.length }] });
    expect(verify(null, Buffer.from(signable('disposal', said)), key, signature)).toBe(true);
    expect(verify(null, Buffer.from(signable('disposal', { ...said, issued_at: '2020-01-01T00:00:00.000Z' })), key, signature)).toBe(false);
    expect(verify(null, Buffer.from(signable('deletion', said)), key, signature)).toBe(false);
  });

  it('has its digest in the log of the provider', async () => {
    const { id } = await witnessed();
    const { body } = (await bench.certificate(id))!;
    const { rows } = await root(`SELECT body::jsonb AS body FROM audit_entry WHERE chain = 'provider' AND action = 'disposal.certified' AND body::jsonb #>> '{targets,1}' = $1`, [id]);
    expect(rows[0]!['body']).toMatchObject({ actor: { id: 'per_witness' }, details: { sha256: createHash('sha256').update(body).digest('hex'), performed_by: 'per_maker', witnessed_by: 'per_witness' } });
  });

  it('names the newest signed head of the log before it', async () => {
    const sealed = await bench.retention.seals.current('provider');
    const { id } = await witnessed();
    expect((JSON.parse((await bench.certificate(id))!.body) as DisposalCertificateBody).checkpoint).toEqual({ seq: sealed!.checkpoint.seq, head: sealed!.checkpoint.head, at: sealed!.checkpoint.at });
  });
});

describe('the store holds by itself that they are two', () => {
  const insert = (disposal: string, performed: string, witness: string) =>
    root(`INSERT INTO media_disposal_certificate (id, disposal_id, performed_by, witnessed_by, issued_at, body, key, signature) VALUES ('mdc_' || $1, $1, $2, $3, clock_timestamp(), '', '', '')`, [disposal, performed, witness]);

  it('nobody witnesses what they did', async () => {
    const { id } = await bench.entered();
    await expect(insert(id, 'per_maker', 'per_maker')).rejects.toThrow(/witnessed_by_another/);
    await expect(insert(id, 'per_witness', 'per_maker')).rejects.toThrow(/media_disposal_certificate_disposal_id_performed_by_fkey|was not witnessed/);
  });

  it('nothing is certified that was not approved, or by somebody who did not approve it', async () => {
    const { id, approvalId } = await bench.entered();
    await expect(insert(id, 'per_maker', 'per_witness')).rejects.toThrow(/was not witnessed/);
    await bench.retention.approve(approvalId, witness);
    await expect(root(`INSERT INTO media_disposal_file SELECT 'mdf_late', disposal_id, kind, name, media_type, bytes, sha256, sealed, sealed_key FROM media_disposal_file WHERE disposal_id = $1`, [id])).rejects.toThrow(/takes no more evidence/);
  });
});
