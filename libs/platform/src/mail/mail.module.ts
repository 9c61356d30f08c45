import { Module, type DynamicModule } from '@nestjs/common';
import { Clock } from '@inkproof/kernel';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';
import { MailServer } from './mail-server.js';
import { MailStore } from './mail-store.js';
import { SendMails } from './send-mails.js';

/** For the processes that send what waits in the outbox. */
@Module({})
export class MailModule {
  static with({ mail: { server, from } }: Config, log: Logger): DynamicModule {
    return {
      module: MailModule,
      providers: [{ provide: SendMails, inject: [MailStore, Clock], useFactory: (mails: MailStore, clock: Clock) => new SendMails(mails, server === null ? null : new MailServer(server, from), clock, log, Math.random) }],
    };
  }
}
