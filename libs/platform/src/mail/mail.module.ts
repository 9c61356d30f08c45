import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from '@inkproof/kernel';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { KeepWatch } from '../rounds/keep-watch.js';
import { Letterboxes } from './letterboxes.js';
import { MailServer } from './mail-server.js';
import { MailStore } from './mail-store.js';
import { ReturnAddress } from './return-address.js';
import { SendMails } from './send-mails.js';
import { TendLetterboxes } from './tend-letterboxes.js';

const TEND_EVERY_MS = 60_000;

/** For the processes that send what waits in the outbox. */
@Module({})
export class MailModule {
  static with({ mail: { server, from }, mailIn, secrets }: Config, log: Logger): DynamicModule {
    const returns = mailIn && new ReturnAddress(secrets.masterKey, mailIn.address);
    return {
      module: MailModule,
      providers: [
        { provide: SendMails, inject: [MailStore, Clock], useFactory: (mails: MailStore, clock: Clock) => new SendMails(mails, server === null ? null : new MailServer(server, from, returns), clock, log, Math.random) },
        {
          provide: KeepWatch,
          inject: [Database, Letterboxes, Clock],
          useFactory: (database: Database, boxes: Letterboxes, clock: Clock) => new KeepWatch([new TendLetterboxes(database, boxes, clock)], TEND_EVERY_MS, (error) => log.warn({ err: error }, 'the letterboxes of mails were not tended')),
        },
      ],
    };
  }
}
