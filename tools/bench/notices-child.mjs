// A worker of the bench `notices` that spreads what was published, until it has or is killed.
import { SortableIds, SystemClock } from '@inkproof/kernel';
import { SpreadNotices, SpreadStore, TellPeople, TellPrograms } from '@inkproof/notice';
import { Database, Letterboxes, LocalBlobs, MailOutbox, TenantKeys } from '@inkproof/platform';

process.on('disconnect', () => process.exit());
process.once('message', async ({ appUrl, masterKey, keyFolder }) => {
  const database = new Database({ url: appUrl, pool: 2 });
  const [ids, clock, link] = [new SortableIds(), new SystemClock(), 'https://ocr.example'];
  const keys = new TenantKeys(database, new LocalBlobs(keyFolder), Buffer.from(masterKey, 'base64'), ids, clock);
  const people = new TellPeople(new MailOutbox(ids, clock, new Letterboxes(keys, ids, clock)), ids, clock, link);
  const spread = new SpreadNotices(database, new SpreadStore(database), people, new TellPrograms(ids, clock, link), clock);
  const begun = performance.now();
  for (let told = await spread.once(); told > 0; told = await spread.once()) process.send({ told });
  process.send({ seconds: (performance.now() - begun) / 1_000 });
  await database.close();
  process.disconnect();
});
