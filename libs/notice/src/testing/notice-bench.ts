import { SortableIds, StillClock, type Id } from '@inkproof/kernel';
import { Database, Drawers, Letterboxes, LocalBlobs, MailOutbox, MailStore, TenantKeys } from '@inkproof/platform';
import { openSpecDatabase, specFolder, SpecPeople } from '@inkproof/spec-database';
import pg from 'pg';
import { Notices } from '../actions/notices.js';
import { SpreadNotices } from '../actions/spread-notices.js';
import { TakeSecondChannel } from '../actions/take-second-channel.js';
import { TellPeople } from '../actions/tell-people.js';
import { TellPrograms } from '../actions/tell-programs.js';
import type { NewNotice } from '../model/notice.js';
import { LostStore } from '../store/lost-store.js';
import { NoticeStore } from '../store/notice-store.js';
import { SpreadStore } from '../store/spread-store.js';

const CONSOLE = 'https://ocr.example';
const masterKey = new Uint8Array(32).fill(7);

/** The engine on a database of its own, as the modules wire it. */
export const openNoticeBench = async () => {
  const spec = await openSpecDatabase();
  const database = new Database({ url: spec.url, pool: 8 });
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const clock = new StillClock();
  const ids = new SortableIds(clock);
  const notices = new Notices(new NoticeStore(), ids, clock);
  const spreadStore = new SpreadStore(database);
  const keys = new TenantKeys(database, new LocalBlobs(specFolder()), masterKey, ids, clock);
  const boxes = new Letterboxes(keys, ids, clock);
  const people = new TellPeople(new MailOutbox(ids, clock, boxes), ids, clock, CONSOLE);
  const spread = new SpreadNotices(database, spreadStore, people, new TellPrograms(ids, clock, CONSOLE), clock);
  const house = new SpecPeople(owner);
  await owner.query(`INSERT INTO plan SELECT (jsonb_populate_record(p, jsonb_build_object('name', k, 'kind', k))).* FROM plan p, unnest(ARRAY['free', 'trial', 'paid']) k WHERE p.name = 'standard'`);
  let count = 0;

  const person = async (name: string): Promise<string> => {
    const id = ids.next('per');
    await owner.query(`INSERT INTO person (id, name, email, password_hash, created_at, locale) VALUES ($1, $2, $3, 'x', clock_timestamp(), 'en')`, [id, name, `${name}@people.example`]);
    return id;
  };
  const tenant = async (plan = 'paid', roles: readonly string[] = []): Promise<{ tenantId: Id<'ten'>; owner: string; members: Record<string, string> }> => {
    const name = `tenant${++count}`;
    const { tenantId, by } = await house.tenant(name);
    await owner.query('UPDATE tenant SET plan_name = $2 WHERE id = $1', [tenantId, plan]);
    const members: Record<string, string> = {};
    for (const role of roles) {
      members[role] = await person(`${role}.${name}`);
      await owner.query(`INSERT INTO member (tenant_id, person_id, role, created_at) VALUES ($1, $2, $3::"MemberRole", clock_timestamp())`, [tenantId, members[role], role]);
    }
    return { tenantId, owner: by.id, members };
  };
  const staff = async (role: string): Promise<string> => {
    const id = await person(`${role}${++count}`);
    await owner.query(`INSERT INTO staff (person_id, role, created_at) VALUES ($1, $2::"StaffRole", clock_timestamp())`, [id, role]);
    return id;
  };
  const wish = (personId: string, kind: string, channel: string, wanted: boolean) => owner.query(`INSERT INTO notice_wish VALUES ($1, $2, $3::"NoticeChannel", $4)`, [personId, kind, channel, wanted]);
  const webhook = async (tenantId: string, events: string[]): Promise<string> => {
    const id = ids.next('whk');
    await owner.query(`INSERT INTO webhook (id, tenant_id, url, label, events, created_at, secret_hint, sealed, sealed_key) VALUES ($1, $2, 'https://hooks.example', 'x', $3, clock_timestamp(), 'x', '', '')`, [id, tenantId, events]);
    return id;
  };
  const publish = (about: Partial<NewNotice> & Pick<NewNotice, 'audience'>): Promise<Id<'ntc'>> =>
    database.asProvider((tx) => notices.publish(tx, { kind: 'maintenance.scheduled', subject: 'mnt_1', once: `once ${++count}`, values: { zh: { title: '数据库升级' }, en: { title: 'Database upgrade' } }, link: '/maintenance/mnt_1', ...about }));
  const mails = new MailStore(database, masterKey, new Drawers(database, keys, ids, clock), boxes);
  /** What became of a mail, as the sender writes it. */
  const fate = async (mailId: string, state: 'sent' | 'bounced' | 'failed'): Promise<void> => {
    const { rows } = await owner.query<{ tenantId: Id<'ten'> | null }>('SELECT tenant_id AS "tenantId" FROM mail WHERE id = $1', [mailId]);
    const mail = { id: mailId as Id<'mal'>, tenantId: rows[0]!.tenantId, template: 'notice' };
    await mails.settle(mail, state, clock.now(), state === 'sent' ? null : 'EENVELOPE 550', { message: Buffer.from(`message ${mailId}`), room: (await mails.room(mail))! });
  };
  const spreadAll = async (): Promise<void> => {
    while ((await spread.once()) > 0);
  };
  /** `owner mail queued`, in order; who is told by the last part of an id's name. */
  const ledger = async (noticeId: string): Promise<{ tenant_id: string | null; person_id: string | null; channel: string; state: string; owed: boolean; pinned: boolean; attempts: number; carrier_id: string | null; in_place_of: string | null; last_error: string | null }[]> =>
    (await owner.query('SELECT * FROM notice_delivery WHERE notice_id = $1 ORDER BY created_at, tenant_id, person_id, channel', [noticeId])).rows;
  return {
    database, owner, clock, ids, notices, spread, spreadStore, tenant, staff, person, wish, webhook, publish, spreadAll, ledger,
    mails, fate,
    second: new TakeSecondChannel(database, new LostStore(), spreadStore, people, clock),
    close: async () => {
      await owner.end();
      await database.close();
      await spec.drop();
    },
  };
};

export type NoticeBench = Awaited<ReturnType<typeof openNoticeBench>>;
