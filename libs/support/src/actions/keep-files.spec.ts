import type { Actor } from '@inkproof/audit';
import type { Id } from '@inkproof/kernel';
import { FileScanner } from '@inkproof/platform';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { showAtDesk, showTicket } from '../http/show-ticket.js';
import { openDeskBench, type DeskBench } from '../testing/desk-bench.js';
import { KeepFiles } from './keep-files.js';

const CANARY = 'Canary-7Q4Z.log';

let bench: DeskBench;
let lin: Actor;
beforeAll(async () => {
  bench = await openDeskBench();
  lin = await bench.staff('Lin');
});
afterAll(() => bench.close());

const log = (name = 'node.log', words = 'lease kept') => ({ name, bytes: Buffer.from(words) });
const opened = async (...files: ReturnType<typeof log>[]) => {
  const tenant = await bench.tenant();
  const ticket = await bench.tenantSide.open(tenant.tenantId, { subject: 'x', words: 'x', priority: 'p3' }, tenant.by, files);
  return { ...tenant, id: ticket.id as Id<'tkt'>, files: ticket.events[0]!.files };
};
const refused = expect.objectContaining({ code: 'ticket.file_refused' });
const notFound = expect.objectContaining({ code: 'ticket.not_found' });
const objectsOf = async (tenantId: string): Promise<number> => (await bench.owner.query('SELECT 1 FROM stored_object WHERE tenant_id = $1', [tenantId])).rowCount!;

describe('a file of a message', () => {
  it('goes with it in its order, sealed, and is fetched by both sides under an id that tells nothing of its age', async () => {
    const { tenantId, id, files } = await opened(log(), log('../jobs.csv', 'id\njob_7'));
    expect(files.map(({ name, mediaType, bytes }) => [name, mediaType, bytes])).toEqual([['node.log', 'text/plain', 10], ['jobs.csv', 'text/csv', 8]]);
    const [first, second] = files.map((file) => file.id);
    expect(first!.slice(4, 10)).not.toBe(second!.slice(4, 10));
    expect((await bench.files.asTenant(tenantId, { id, file: first! })).bytes.toString()).toBe('lease kept');
    expect((await bench.files.atDesk({ id, file: second! })).bytes.toString()).toBe('id\njob_7');
    expect((await bench.owner.query(`SELECT 1 FROM stored_object WHERE tenant_id = $1 AND class = 'correspondence' AND sealed IS NULL AND blob IS NOT NULL`, [tenantId])).rowCount).toBe(2);
    const answered = await bench.desk.reply(id, { words: 'See this', state: 'open' }, lin, [log('answer.txt')]);
    expect(showTicket(answered, bench.clock.now()).events.at(-1)!.files).toMatchObject([{ name: 'answer.txt', media_type: 'text/plain' }]);
  });

  it('is nobody else’s, whatever id is guessed or known (osTicket 2615)', async () => {
    const [{ id, files }, other] = [await opened(log()), await opened(log())];
    const file = files[0]!.id;
    await expect(bench.files.asTenant(other.tenantId, { id, file })).rejects.toEqual(notFound);
    await expect(bench.files.asTenant(other.tenantId, { id: other.id, file })).rejects.toEqual(notFound);
    await expect(bench.files.atDesk({ id: other.id, file })).rejects.toEqual(notFound);
    await expect(bench.files.ofNote({ id, file })).rejects.toEqual(notFound);
  });

  it('is refused with its message, and nothing of either is kept, when one of them is no file of a ticket', async () => {
    const { tenantId, by, id } = await opened();
    for (const bytes of ['<svg onload="alert(1)"/>', 'PK\x03\x04', '']) await expect(bench.tenantSide.reply(tenantId, id, 'x', by, [log(), { name: 'x.txt', bytes: Buffer.from(bytes) }])).rejects.toEqual(refused);
    await expect(bench.tenantSide.reply(tenantId, id, 'x', by, [{ name: 'x.png', bytes: Buffer.from('\x89PNG\r\n\x1a\nno picture', 'latin1') }])).rejects.toEqual(refused);
    expect((await bench.database.asProvider((tx) => bench.store.find(tx, id)))!.events).toHaveLength(1);
    expect(await objectsOf(tenantId)).toBe(0);
  });

  it('is sealed only for a ticket that may be written on', async () => {
    const [{ id }, other] = [await opened(), await opened()];
    await expect(bench.tenantSide.reply(other.tenantId, id, 'x', other.by, [log()])).rejects.toEqual(notFound);
    expect(await objectsOf(other.tenantId)).toBe(0);
  });
});

describe('where files are looked at', () => {
  const within = (answers: () => Promise<string | null>) => new KeepFiles(bench.objects, bench.ids, new (class extends FileScanner { override readonly findingIn = answers; })());

  it('one in which something harmful is found is refused, and of a mail left out', async () => {
    const { tenantId } = await bench.tenant();
    const files = within(() => Promise.resolve('Eicar-Test-Signature'));
    await expect(files.lay(tenantId, [log()])).rejects.toEqual(refused);
    expect(await files.layWhatMay(tenantId, [log()])).toEqual({ laid: [], left: 1 });
    expect(await objectsOf(tenantId)).toBe(0);
  });

  it('none is taken unseen: a message is asked for again, and so is a mail', async () => {
    const { tenantId } = await bench.tenant();
    const files = within(() => Promise.reject(new Error('not there')));
    for (const lay of ['lay', 'layWhatMay'] as const) await expect(files[lay](tenantId, [log()])).rejects.toMatchObject({ code: 'ticket.file_unchecked' });
    expect(await files.lay(tenantId, [])).toEqual([]);
  });
});

describe('a picture', () => {
  it('is drawn anew: upright, without where it was taken and without what its file carried behind it', async () => {
    const taken = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#fff' } })
      .withExif({ IFD0: { Copyright: 'Canary' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { tenantId, by, id } = await opened();
    const [file] = (await bench.tenantSide.reply(tenantId, id, 'x', by, [{ name: 'photo.jpg', bytes: Buffer.concat([taken, Buffer.from('<script>alert(1)</script>')]) }])).events.at(-1)!.files;
    const { bytes } = await bench.files.asTenant(tenantId, { id, file: file!.id });
    const { width, height, exif, orientation } = await sharp(bytes).metadata();
    expect({ width, height, exif, orientation }).toEqual({ width: 20, height: 40, exif: undefined, orientation: undefined });
    expect(bytes.includes('script')).toBe(false);
  });
});

describe('a file of a note', () => {
  it('is fetched at the desk, and no tenant learns that there is one', async () => {
    const { tenantId, by, id } = await opened();
    const noted = await bench.desk.note(id, 'x', lin, [log(CANARY)]);
    const [note] = await bench.database.asProvider((tx) => bench.store.notes(tx, noted));
    const file = note!.files[0]!.id;
    expect(showAtDesk(noted, [note!], bench.clock.now()).notes[0]!.files).toMatchObject([{ id: file, name: CANARY }]);
    expect((await bench.files.ofNote({ id, file })).bytes.toString()).toBe('lease kept');
    const seen = await bench.tenantSide.reply(tenantId, id, 'x', by);
    expect(JSON.stringify([seen, showTicket(seen, bench.clock.now())])).not.toContain('Canary');
    await expect(bench.files.asTenant(tenantId, { id, file })).rejects.toEqual(notFound);
    await expect(bench.files.atDesk({ id, file })).rejects.toEqual(notFound);
    expect(await bench.database.asTenant(tenantId, (tx) => tx.ticketNoteFile.findMany({ where: { tenantId } }))).toEqual([]);
  });
});
