import type { Provider } from '@nestjs/common';
import { Clock, Ids } from '@inkproof/kernel';
import { Config, Database, KeepWatch, MailOutbox, wire } from '@inkproof/platform';
import type { Logger } from 'pino';
import { SpreadNotices } from './actions/spread-notices.js';
import { TakeSecondChannel } from './actions/take-second-channel.js';
import { TellPeople } from './actions/tell-people.js';
import { TellPrograms } from './actions/tell-programs.js';
import { LostStore } from './store/lost-store.js';
import { SpreadStore } from './store/spread-store.js';

const LOOK_EVERY_MS = 1_000;

/** In a worker: what was published is spread, and what was lost takes another way. */
export const spreadingParts = (log: Logger): Provider[] => [
  wire(SpreadStore, Database),
  wire(LostStore),
  { provide: TellPeople, inject: [MailOutbox, Ids, Clock, Config], useFactory: (outbox: MailOutbox, ids: Ids, clock: Clock, { http }: Config) => new TellPeople(outbox, ids, clock, http.consoleUrl) },
  { provide: TellPrograms, inject: [Ids, Clock, Config], useFactory: (ids: Ids, clock: Clock, { http }: Config) => new TellPrograms(ids, clock, http.consoleUrl) },
  wire(SpreadNotices, Database, SpreadStore, TellPeople, TellPrograms, Clock),
  wire(TakeSecondChannel, Database, LostStore, SpreadStore, TellPeople, Clock),
  {
    provide: KeepWatch,
    inject: [SpreadNotices, TakeSecondChannel],
    useFactory: (spread: SpreadNotices, second: TakeSecondChannel) => new KeepWatch([spread, second], LOOK_EVERY_MS, (error) => log.warn({ err: error }, 'notices were not spread')),
  },
];
