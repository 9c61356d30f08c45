import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDisk, DisposalBench, PHOTO } from '../testing/disposal-bench.js';
import { staff } from '../testing/retention-bench.js';

let bench: DisposalBench;
beforeAll(async () => {
  bench = await DisposalBench.open();
});
afterAll(() => bench.retention.close());

const root = (text: string, values: unknown[] = []) => bench.retention.root.query<Record<string, unknown>>(text, values);

describe('an entry', () => {
  it('says what the medium was and what was done to it, and waits for a witness', async () => {
    const { id } = await bench.entered();
    expect(await bench.find(id)).toMatchObject({ kind: 'hard_disk', serial: 'ZC1A93XY', tenants: 'all', technique: 'shred', state: 'waiting', performedBy: { id: 'per_maker' }, witnessedBy: null, certificate: null, files: [{ kind: 'photo', bytes: PHOTO.length }] });
  });

  it('keeps its evidence sealed, and opens it again to the byte', async () => {
    const { id, files } = await bench.entered();
    const { rows } = await root('SELECT sealed FROM media_disposal_file WHERE id = $1', [files[0]!.id]);
    expect((rows[0]!['sealed'] as Buffer).includes(PHOTO)).toBe(false);
    expect(await bench.evidence.of(id, files[0]!.id)).toEqual({ name: '碎片.jpg', media_type: 'image/jpeg', base64: PHOTO.toString('base64') });
    const other = await bench.entered();
    await expect(bench.evidence.of(other.id, files[0]!.id)).rejects.toMatchObject({ code: 'disposal.not_found' });
  });

  it('is in the log of the provider, with the digests of its evidence', async () => {
    const { id, files } = await bench.entered();
    const { rows } = await root(`SELECT body::jsonb AS body FROM audit_entry WHERE chain = 'provider' AND action = 'disposal.entered' AND body::jsonb #>> '{targets,0}' = $1`, [id]);
    expect(rows[0]!['body']).toMatchObject({ actor: { id: 'per_maker' }, details: { kind: 'hard_disk', technique: 'shred', evidence: [files[0]!.sha256] } });
  });

  it('is of what was done, not of what will be', async () => {
    const ahead = new Date(bench.retention.clock.now().getTime() + 1).toISOString();
    await expect(bench.entered({ sanitised_at: ahead })).rejects.toMatchObject({ code: 'disposal.not_yet' });
  });

  it('names no tenant there is not, and sets right no entry there is not', async () => {
    await expect(bench.entered({ tenants: [`ten_${'0'.repeat(26)}`] })).rejects.toMatchObject({ code: 'tenant.not_found' });
    await expect(bench.entered({ corrects: `mdp_${'0'.repeat(26)}` })).rejects.toMatchObject({ code: 'disposal.not_found' });
    const tenant = await bench.retention.newTenant();
    expect(await bench.entered({ tenants: [tenant] })).toMatchObject({ tenants: [tenant] });
  });

  it('is set right by another, and both stay', async () => {
    const wrong = await bench.entered({ serial: 'ZC1A93XX' });
    const right = await bench.entered({ corrects: wrong.id });
    expect(await bench.find(wrong.id)).toMatchObject({ serial: 'ZC1A93XX', correctedBy: [right.id] });
    expect(right).toMatchObject({ serial: 'ZC1A93XY', corrects: wrong.id });
  });

  it('that nobody confirmed in a week certifies nothing', async () => {
    const { id } = await bench.entered();
    bench.retention.clock.advance(7 * 86_400_000);
    expect(await bench.find(id)).toMatchObject({ state: 'unwitnessed', certificate: null });
  });
});

it('the register is listed newest first', async () => {
  const [one, two] = [await bench.entered(), await bench.entered()];
  const listed = await bench.retention.database.asProvider((tx) => bench.store.list(tx, { size: 2 }, bench.retention.clock.now()));
  expect(listed.map(({ id }) => id)).toEqual([two.id, one.id]);
  const before = await bench.retention.database.asProvider((tx) => bench.store.list(tx, { below: two.id, size: 1 }, bench.retention.clock.now()));
  expect(before.map(({ id }) => id)).toEqual([one.id]);
});

it.each(['media_disposal', 'media_disposal_file', 'media_disposal_certificate'])('nobody of the application changes or removes a row of %s', async (table) => {
  const { database } = bench.retention;
  await expect(database.asProvider((tx) => tx.$executeRawUnsafe(`DELETE FROM ${table}`))).rejects.toThrow(/permission denied/);
  await expect(database.asProvider((tx) => tx.$executeRawUnsafe(`UPDATE ${table} SET id = id`))).rejects.toThrow(/permission denied/);
});

it('tenants see nothing of the register', async () => {
  await bench.entered();
  const tenant = await bench.retention.newTenant();
  expect(await bench.retention.database.asTenant(tenant, (tx) => tx.mediaDisposal.count())).toBe(0);
});

it('an entry is its maker’s: another person cannot be said to have done it', async () => {
  const { approvalId } = await bench.entered();
  const { id } = await bench.entered(aDisk(), staff('per_other', 'operator'));
  await expect(root(`INSERT INTO media_disposal SELECT 'mdp_x', kind, make, serial, place, classes, tenants, everybodys, reason, method, technique, sanitised_at, verified_by, verification, contractor, corrects, performed_by, entered_at, $1 FROM media_disposal WHERE id = $2`, [approvalId, id])).rejects.toThrow(/media_disposal_approval_id_performed_by_fkey/);
});
