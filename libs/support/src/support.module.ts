import { Logger, Module } from '@nestjs/common';
import { AuditModule, Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { Announce, AnnounceModule } from '@inkproof/notice';
import { Config, Database, Drawers, FileScanner, KeepWatch, MailOutbox, News, ObjectStore, StreamBudget, wire } from '@inkproof/platform';
import { AnswerMailed } from './actions/answer-mailed.js';
import { AskRota } from './actions/ask-rota.js';
import { CallOut } from './actions/call-out.js';
import { CallToGap } from './actions/call-to-gap.js';
import { FollowTickets } from './actions/follow-tickets.js';
import { ForgetHeldMails } from './actions/forget-held-mails.js';
import { KeepFiles } from './actions/keep-files.js';
import { KeepMacros } from './actions/keep-macros.js';
import { KeepRota } from './actions/keep-rota.js';
import { KeepViews } from './actions/keep-views.js';
import { MailTokens } from './actions/mail-tokens.js';
import { OpenMailed } from './actions/open-mailed.js';
import { OpenMatter } from './actions/open-matter.js';
import { PlaceHeldMail } from './actions/place-held-mail.js';
import { ReadFigures } from './actions/read-figures.js';
import { RecallRecords } from './actions/recall-records.js';
import { ReadFile } from './actions/read-file.js';
import { ReadHeldMails } from './actions/read-held-mails.js';
import { SplitTicket } from './actions/split-ticket.js';
import { TakeOver } from './actions/take-over.js';
import { TakeOverGap } from './actions/take-over-gap.js';
import { TellOfTicket } from './actions/tell-of-ticket.js';
import { TicketBook } from './actions/ticket-book.js';
import { TellCoverage } from './actions/tell-coverage.js';
import { WatchIntake } from './actions/watch-intake.js';
import { WatchTickets } from './actions/watch-tickets.js';
import { WriteAsTenant } from './actions/write-as-tenant.js';
import { WriteAtDesk } from './actions/write-at-desk.js';
import { CorrespondenceModule } from './correspondence.module.js';
import { CoverageController } from './http/coverage.controller.js';
import { DeskController } from './http/desk.controller.js';
import { FiguresController } from './http/figures.controller.js';
import { HeldMailController } from './http/held-mail.controller.js';
import { IntakeGapController } from './http/intake-gap.controller.js';
import { MacroController } from './http/macro.controller.js';
import { RotaController } from './http/rota.controller.js';
import { TicketController } from './http/ticket.controller.js';
import { ViewController } from './http/view.controller.js';
import { FigureStore } from './store/figure-store.js';
import { HeldMailStore } from './store/held-mail-store.js';
import { IntakeCallStore } from './store/intake-call-store.js';
import { IntakeStore } from './store/intake-store.js';
import { MacroStore } from './store/macro-store.js';
import { RotaStore } from './store/rota-store.js';
import { TicketStore } from './store/ticket-store.js';
import { ViewStore } from './store/view-store.js';

/** The desk: tickets of tenants, answered at any hour. */
@Module({
  imports: [AuditModule, AnnounceModule, CorrespondenceModule],
  controllers: [TicketController, DeskController, RotaController, FiguresController, CoverageController, IntakeGapController, MacroController, ViewController, HeldMailController],
  providers: [
    wire(TicketStore),
    wire(KeepFiles, ObjectStore, Ids, FileScanner),
    { provide: FollowTickets, inject: [News, Config], useFactory: (news: News, { streams }: Config) => new FollowTickets(news, new StreamBudget(streams.max, streams.perTenant)) },
    wire(ReadFile, Database, TicketStore, ObjectStore),
    wire(TicketBook, TicketStore, KeepFiles, Ids, Clock),
    { provide: TellOfTicket, inject: [Announce, MailOutbox, Clock, TicketStore, Config], useFactory: (announce: Announce, outbox: MailOutbox, clock: Clock, store: TicketStore, { http, mailIn, secrets }: Config) => new TellOfTicket(announce, outbox, clock, http.consoleUrl, store, mailIn && new MailTokens(secrets.masterKey, mailIn.address)) },
    wire(SplitTicket, Database, TicketStore, TicketBook, KeepFiles, Trail, Ids, Clock),
    wire(WriteAsTenant, Database, TicketStore, TicketBook, KeepFiles, Trail),
    wire(WriteAtDesk, Database, TicketStore, TicketBook, KeepFiles, Trail, TellOfTicket, Ids, Clock),
    wire(OpenMatter, TicketStore, TicketBook, Trail),
    wire(MacroStore),
    wire(KeepMacros, Database, MacroStore, TicketBook, Trail, Ids, Clock),
    wire(ViewStore),
    wire(KeepViews, Database, ViewStore, TicketBook, Trail, Ids, Clock),
    wire(HeldMailStore, Drawers),
    wire(ReadHeldMails, Database, HeldMailStore),
    wire(OpenMailed, TicketStore, TicketBook, Trail, Ids, Clock),
    wire(AnswerMailed, TicketStore, TicketBook, Ids, Clock),
    wire(PlaceHeldMail, Database, HeldMailStore, KeepFiles, TicketStore, OpenMailed, AnswerMailed, Trail),
    wire(ForgetHeldMails, Database, HeldMailStore, Clock),
    wire(RotaStore),
    wire(FigureStore),
    wire(RecallRecords, Database, FigureStore, Clock),
    wire(ReadFigures, Database, FigureStore, RecallRecords, Clock),
    wire(KeepRota, Database, RotaStore, Trail, Ids, Clock),
    wire(AskRota, RotaStore, Clock),
    wire(CallOut, Database, TicketStore, RotaStore, AskRota, TellOfTicket, Ids, Clock),
    wire(TakeOver, Database, TicketStore, RotaStore, TicketBook, Trail, Clock),
    wire(IntakeStore),
    wire(TellCoverage, Database, IntakeStore, Clock),
    wire(IntakeCallStore),
    wire(CallToGap, IntakeCallStore, AskRota, TellOfTicket, Ids, Clock),
    wire(TakeOverGap, Database, IntakeStore, IntakeCallStore, RotaStore, Trail, Clock),
    wire(WatchIntake, Database, IntakeStore, CallToGap, Trail, Ids, Clock),
    wire(WatchTickets, Database, TicketStore, TicketBook, TellOfTicket, CallOut, Trail, Clock),
    {
      provide: KeepWatch,
      inject: [Config, WatchTickets, CallOut, ForgetHeldMails, WatchIntake],
      useFactory: ({ clocksEveryMs }: Config, ...watches: { once: () => Promise<number> }[]) => {
        const log = new Logger(KeepWatch.name);
        return new KeepWatch(watches, clocksEveryMs, (error) => log.error('clocks of tickets were not looked at', (error as Error).stack));
      },
    },
  ],
  exports: [OpenMatter],
})
export class SupportModule {}
