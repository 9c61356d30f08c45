import { randomBytes } from 'node:crypto';
import { Trail } from '@inkproof/audit';
import { StillClock, SortableIds } from '@inkproof/kernel';
import { Announce, DeliveryStore } from '@inkproof/notice';
import { NoScanner, Database, Drawers, Letterboxes, LocalBlobs, MailOutbox, ObjectStore, TenantKeys, TwoPlaces } from '@inkproof/platform';
import { openSpecDatabase, specFolder, SpecPeople, type SpecMember, type SpecStaff } from '@inkproof/spec-database';
import pg from 'pg';
import { KeepFiles } from '../actions/keep-files.js';
import { MailTokens } from '../actions/mail-tokens.js';
import { ReadFile } from '../actions/read-file.js';
import { SplitTicket } from '../actions/split-ticket.js';
import { AskRota } from '../actions/ask-rota.js';
import { CallOut } from '../actions/call-out.js';
import { KeepMacros } from '../actions/keep-macros.js';
import { KeepRota } from '../actions/keep-rota.js';
import { KeepViews } from '../actions/keep-views.js';
import { TakeOver } from '../actions/take-over.js';
import { TellOfTicket } from '../actions/tell-of-ticket.js';
import { TicketBook } from '../actions/ticket-book.js';
import { WatchTickets } from '../actions/watch-tickets.js';
import { WriteAsTenant } from '../actions/write-as-tenant.js';
import { WriteAtDesk } from '../actions/write-at-desk.js';
import { MacroStore } from '../store/macro-store.js';
import { RotaStore } from '../store/rota-store.js';
import { TicketStore } from '../store/ticket-store.js';
import { ViewStore } from '../store/view-store.js';

/** The desk on a database of its own, as the module wires it. */
export const openDeskBench = async () => {
  const spec = await openSpecDatabase();
  const database = new Database({ url: spec.url, pool: 8 });
  const owner = new pg.Client(spec.ownerUrl);
  await owner.connect();
  const clock = new StillClock();
  const ids = new SortableIds(clock);
  const trail = new Trail();
  const store = new TicketStore();
  const masterKey = randomBytes(32);
  const places = new TwoPlaces(new LocalBlobs(specFolder()), new LocalBlobs(specFolder()));
  const keys = new TenantKeys(database, places.keys, masterKey, ids, clock);
  const objects = new ObjectStore(database, places, keys, ids, clock);
  const files = new KeepFiles(objects, ids, new NoScanner());
  const book = new TicketBook(store, files, ids, clock);
  const boxes = new Letterboxes(keys, ids, clock);
  const tokens = new MailTokens(masterKey, 'support@ocr.example');
  const tell = new TellOfTicket(new Announce(new DeliveryStore(database), ids, clock), new MailOutbox(ids, clock, boxes), clock, 'https://ocr.example', store, tokens);
  const people = new SpecPeople(owner);
  const tenant = (): Promise<SpecMember> => people.tenant();
  const staff = (name: string): Promise<SpecStaff<'support'>> => people.staff(name, 'support');
  const mails = async (): Promise<string[]> => (await owner.query<{ what: string }>(`SELECT template || ' ' || count(*) AS what FROM mail GROUP BY template ORDER BY 1`)).rows.map(({ what }) => what);
  const actionsOf = async (chain: string): Promise<string[]> => (await owner.query<{ action: string }>('SELECT action FROM audit_entry WHERE chain = $1 ORDER BY seq', [chain])).rows.map(({ action }) => action);
  const rota = new RotaStore();
  const macros = new MacroStore();
  const views = new ViewStore();
  const asked = new AskRota(rota, clock);
  const calls = new CallOut(database, store, rota, asked, tell, ids, clock);
  return {
    database, owner, clock, ids, trail, store, book, keep: files, objects, places, masterKey, boxes, tokens, tenant, staff, mails, actionsOf,
    rota, asked, calls, macros, views, tell,
    keepMacros: new KeepMacros(database, macros, book, trail, ids, clock),
    keepViews: new KeepViews(database, views, book, trail, ids, clock),
    keepRota: new KeepRota(database, rota, trail, ids, clock),
    takeOver: new TakeOver(database, store, rota, book, trail, clock),
    drawers: new Drawers(database, keys, ids, clock),
    tenantSide: new WriteAsTenant(database, store, book, files, trail),
    desk: new WriteAtDesk(database, store, book, files, trail, tell, ids, clock),
    split: new SplitTicket(database, store, book, files, trail, ids, clock),
    files: new ReadFile(database, store, objects),
    watch: new WatchTickets(database, store, book, tell, calls, trail, clock),
    close: async () => {
      await owner.end();
      await database.close();
      await spec.drop();
    },
  };
};

export type DeskBench = Awaited<ReturnType<typeof openDeskBench>>;
