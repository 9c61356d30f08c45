import type { Provider } from '@nestjs/common';
import { Trail } from '@inkproof/audit';
import { Clock, Ids } from '@inkproof/kernel';
import { Announce } from '@inkproof/notice';
import { Config, Database, MailOutbox, wire } from '@inkproof/platform';
import { AskForAttestations } from './actions/ask-for-attestations.js';
import { AttestDeletion } from './actions/attest-deletion.js';
import { AttestationMail } from './actions/attestation-mail.js';
import { ExpiryStore } from './store/expiry-store.js';

/** Copies that tenants hold outside of us: told of when their time is over, attested to be deleted. */
export const attestationParts: Provider[] = [
  wire(ExpiryStore),
  { provide: AttestationMail, inject: [MailOutbox, Config], useFactory: (outbox: MailOutbox, { http }: Config) => new AttestationMail(outbox, http.consoleUrl) },
  wire(AttestDeletion, Database, ExpiryStore, Trail, Ids, Clock),
  wire(AskForAttestations, Database, ExpiryStore, Announce, AttestationMail, Trail, Ids, Clock),
];
