import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { MailServer, MailStore, ReturnAddress, SendMails } from '@inkproof/platform';
import { simpleParser, type ParsedMail } from 'mailparser';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { AnswerMailed } from '../actions/answer-mailed.js';
import { AnswerByMail } from '../actions/answer-by-mail.js';
import { FindAddressee } from '../actions/find-addressee.js';
import { ForgetHeldMails } from '../actions/forget-held-mails.js';
import { HoldMail } from '../actions/hold-mail.js';
import { OpenByMail } from '../actions/open-by-mail.js';
import { OpenMailed } from '../actions/open-mailed.js';
import { PlaceHeldMail } from '../actions/place-held-mail.js';
import { ReadHeldMails } from '../actions/read-held-mails.js';
import { TakeReturned } from '../actions/take-returned.js';
import type { Resolve } from '../smtp/check-sender.js';
import { MailDoor } from '../smtp/mail-door.js';
import { HeldMailStore } from '../store/held-mail-store.js';
import { openDeskBench } from './desk-bench.js';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'der' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });

/** The desk with mail in both directions, over real SMTP. `names` holds what the DNS answers, by type and name. */
export const openMailBench = async () => {
  const bench = await openDeskBench();
  const { database, store, book, keep, trail, ids, clock, masterKey, drawers, boxes, tokens } = bench;
  const names = new Map<string, string[][]>();
  const resolver: Resolve = async (name, type) => {
    const found = names.get(`${type} ${name}`);
    if (!found) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return found;
  };
  const mails = new MailStore(database, masterKey, drawers, boxes);
  const returns = new ReturnAddress(masterKey, 'support@ocr.example');
  const held = new HeldMailStore(drawers);
  const answering = new AnswerMailed(store, book, ids, clock);
  const opening = new OpenMailed(store, book, trail, ids, clock);
  const door = new MailDoor({ host: '127.0.0.1', port: 0 }, new FindAddressee(database, store, tokens), new AnswerByMail(database, store, answering, keep, ids, clock), new OpenByMail(database, store, keep, opening, new HoldMail(database, held, store, ids, clock), clock), new TakeReturned(returns, mails), resolver, pino({ level: 'silent' }));
  door.onApplicationBootstrap();

  const received: ParsedMail[] = [];
  const envelopes: string[] = [];
  const refused = new Set<string>();
  const theirs = new SMTPServer({ authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], onRcptTo: ({ address }, _session, done) => done(refused.has(address) ? Object.assign(new Error('no such mailbox'), { responseCode: 550 }) : null), onData: (stream, { envelope }, done) => void simpleParser(stream).then((mail) => (received.push(mail), envelopes.push(envelope.mailFrom ? envelope.mailFrom.address : ''), done())) });
  await new Promise<void>((resolve) => theirs.listen(0, '127.0.0.1', resolve));
  const server = new MailServer(`smtp://127.0.0.1:${(theirs.server.address() as AddressInfo).port}`, 'Inkproof <no-reply@ocr.example>', returns);
  const sending = new SendMails(mails, server, clock, pino({ level: 'silent' }), () => 0.5);

  const bring = async (mail: SendMailOptions): Promise<string> => {
    const transport = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true });
    try {
      return (await transport.sendMail(mail)).response;
    } catch (error) {
      return (error as { response?: string }).response ?? String(error);
    } finally {
      transport.close();
    }
  };

  return {
    ...bench,
    names,
    heldMails: new ReadHeldMails(database, held),
    place: new PlaceHeldMail(database, held, keep, store, opening, answering, trail),
    forgetHeld: new ForgetHeldMails(database, held, clock),
    /** How the domain of an address signs (DKIM); its key is in the DNS from then on. */
    signing: (email: string) => {
      const domainName = email.slice(email.indexOf('@') + 1);
      names.set(`TXT desk._domainkey.${domainName}`, [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]]);
      return { domainName, keySelector: 'desk', privateKey };
    },
    /** From then on no mail to that address is taken. */
    refuse: (address: string): void => void refused.add(address),
    /** Sends all that waits, and answers what arrived. */
    delivered: async (): Promise<ParsedMail[]> => {
      received.length = 0;
      envelopes.length = 0;
      while ((await sending.due()) > 0);
      return [...received];
    },
    /** To where the mails that arrived last come back, in the same order. */
    returnedTo: (): string[] => [...envelopes],
    /** Brings a mail to the door; answers what SMTP said, by its code. */
    bring,
    /** The same of whoever comes again when told to, as mail servers do: on a busy machine the store may be late. */
    bringUntilSettled: async (mail: SendMailOptions): Promise<string> => {
      for (;;) {
        const said = await bring(mail);
        if (!said.startsWith('451')) return said;
      }
    },
    close: async () => {
      server.close();
      await door.beforeApplicationShutdown();
      await new Promise<void>((resolve) => theirs.close(() => resolve()));
      await bench.close();
    },
  };
};

export type MailBench = Awaited<ReturnType<typeof openMailBench>>;
