import { Module, type DynamicModule } from '@nestjs/common';
import { AuditModule, Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { Database, Drawers, FileScanner, MailStore, ObjectStore, ReturnAddress, wire, type Config } from '@inkproof/platform';
import type { Logger } from 'pino';
import { AnswerByMail } from './actions/answer-by-mail.js';
import { AnswerMailed } from './actions/answer-mailed.js';
import { FindAddressee } from './actions/find-addressee.js';
import { KeepFiles } from './actions/keep-files.js';
import { MailTokens } from './actions/mail-tokens.js';
import { HoldMail } from './actions/hold-mail.js';
import { OpenByMail } from './actions/open-by-mail.js';
import { OpenMailed } from './actions/open-mailed.js';
import { TakeReturned } from './actions/take-returned.js';
import { TicketBook } from './actions/ticket-book.js';
import { lookUp } from './smtp/check-sender.js';
import { MailDoor } from './smtp/mail-door.js';
import { HeldMailStore } from './store/held-mail-store.js';
import { TicketStore } from './store/ticket-store.js';

/** In a worker: mail that comes in, where the operator says where. It goes on during maintenance and asks for nobody's suspension. */
@Module({})
export class MailInModule {
  static with({ mailIn, secrets }: Config, log: Logger): DynamicModule {
    if (!mailIn) return { module: MailInModule };
    return {
      module: MailInModule,
      imports: [AuditModule],
      providers: [
        wire(TicketStore),
        wire(KeepFiles, ObjectStore, Ids, FileScanner),
        wire(TicketBook, TicketStore, KeepFiles, Ids, Clock),
        { provide: MailTokens, useFactory: () => new MailTokens(secrets.masterKey, mailIn.address) },
        wire(FindAddressee, Database, TicketStore, MailTokens),
        wire(AnswerMailed, TicketStore, TicketBook, Ids, Clock),
        wire(AnswerByMail, Database, TicketStore, AnswerMailed, KeepFiles, Ids, Clock),
        wire(HeldMailStore, Drawers),
        wire(HoldMail, Database, HeldMailStore, TicketStore, Ids, Clock),
        wire(OpenMailed, TicketStore, TicketBook, Trail, Ids, Clock),
        wire(OpenByMail, Database, TicketStore, KeepFiles, OpenMailed, HoldMail, Clock),
        { provide: TakeReturned, inject: [MailStore], useFactory: (mails: MailStore) => new TakeReturned(new ReturnAddress(secrets.masterKey, mailIn.address), mails) },
        { provide: MailDoor, inject: [FindAddressee, AnswerByMail, OpenByMail, TakeReturned], useFactory: (find: FindAddressee, answer: AnswerByMail, open: OpenByMail, returned: TakeReturned) => new MailDoor(mailIn, find, answer, open, returned, lookUp, log) },
      ],
    };
  }
}
