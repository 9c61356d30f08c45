import { Logger, Module } from '@nestjs/common';
import { AuditModule, Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { Announce, AnnounceModule } from '@inkproof/notice';
import { Config, Database, KeepWatch, MailOutbox, ObjectStore, wire } from '@inkproof/platform';
import { KeepFiles } from './actions/keep-files.js';
import { MailTokens } from './actions/mail-tokens.js';
import { ReadFile } from './actions/read-file.js';
import { SplitTicket } from './actions/split-ticket.js';
import { OpenMatter } from './actions/open-matter.js';
import { TellOfTicket } from './actions/tell-of-ticket.js';
import { TicketBook } from './actions/ticket-book.js';
import { WatchTickets } from './actions/watch-tickets.js';
import { WriteAsTenant } from './actions/write-as-tenant.js';
import { WriteAtDesk } from './actions/write-at-desk.js';
import { CorrespondenceModule } from './correspondence.module.js';
import { DeskController } from './http/desk.controller.js';
import { TicketController } from './http/ticket.controller.js';
import { TicketStore } from './store/ticket-store.js';

/** The desk: tickets of tenants, answered at any hour. */
@Module({
  imports: [AuditModule, AnnounceModule, CorrespondenceModule],
  controllers: [TicketController, DeskController],
  providers: [
    wire(TicketStore),
    wire(KeepFiles, ObjectStore, Ids),
    wire(ReadFile, Database, TicketStore, ObjectStore),
    wire(TicketBook, TicketStore, KeepFiles, Ids, Clock),
    { provide: TellOfTicket, inject: [Announce, MailOutbox, Clock, TicketStore, Config], useFactory: (announce: Announce, outbox: MailOutbox, clock: Clock, store: TicketStore, { http, mailIn, secrets }: Config) => new TellOfTicket(announce, outbox, clock, http.consoleUrl, store, mailIn && new MailTokens(secrets.masterKey, mailIn.address)) },
    wire(SplitTicket, Database, TicketStore, TicketBook, KeepFiles, Trail, Ids, Clock),
    wire(WriteAsTenant, Database, TicketStore, TicketBook, KeepFiles, Trail),
    wire(WriteAtDesk, Database, TicketStore, TicketBook, KeepFiles, Trail, TellOfTicket, Ids, Clock),
    wire(OpenMatter, TicketStore, TicketBook, Trail),
    wire(WatchTickets, Database, TicketStore, TicketBook, TellOfTicket, Trail, Clock),
    {
      provide: KeepWatch,
      inject: [Config, WatchTickets],
      useFactory: ({ clocksEveryMs }: Config, tickets: WatchTickets) => {
        const log = new Logger(KeepWatch.name);
        return new KeepWatch([tickets], clocksEveryMs, (error) => log.error('clocks of tickets were not looked at', (error as Error).stack));
      },
    },
  ],
  exports: [OpenMatter],
})
export class SupportModule {}
