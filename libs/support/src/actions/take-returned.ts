import type { Id } from '@inkproof/kernel';
import type { MailStore, ReturnAddress } from '@inkproof/platform';
import type { CameByMail } from './came-by-mail.js';
import { MailRefused } from './mail-refused.js';

/** Mail of ours that was taken by a server and came back later: the outbox hears of it, and the ledger of deliveries through it. */
export class TakeReturned {
  constructor(
    private readonly returns: ReturnAddress,
    private readonly mails: MailStore,
  ) {}

  mailAt(address: string): Id<'mal'> | undefined {
    return this.returns.mailAt(address);
  }

  /** Only word that it will not arrive counts; that it is late, or that somebody is on leave, is let go by. */
  async for(id: Id<'mal'>, { nature, bounce }: CameByMail): Promise<'came_back' | 'known' | 'let_go'> {
    if (nature !== 'bounce' || !bounce?.isFinal) return 'let_go';
    const taken = await this.mails.cameBack(id, `DSN ${bounce.status}`);
    if (taken === 'early') throw new MailRefused(450, '4.2.0 Not now; try again later');
    return taken === 'noted' ? 'came_back' : 'known';
  }
}
