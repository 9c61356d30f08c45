import { hash } from 'node:crypto';
import type { AuditVerification } from '@inkproof/contract';
import type { Entry, Said } from '../model/entry.js';

export type Fault = NonNullable<AuditVerification['first_bad']>['fault'];

/** What an entry follows: the one before, or the beginning. */
export interface Link {
  seq: number;
  at: string;
  hash: string;
}

export const BEGINNING: Link = { seq: 0, at: '', hash: '0'.repeat(64) };

const columnsAgree = ({ body, action, actor_kind, actor_id }: Entry): boolean => {
  if (body === null) return action === null && actor_kind === null && actor_id === null;
  const said = JSON.parse(body) as Said;
  return said.action === action && said.actor.kind === actor_kind && said.actor.id === actor_id;
};

/** What is wrong with an entry that stands behind another; undefined when nothing is. The texts hashed hold nothing to escape. */
export const faultOf = (chain: string, entry: Entry, before: Link): Fault | undefined => {
  const { seq, at, body, salt, commitment } = entry;
  if (seq !== before.seq + 1) return 'entry.order';
  if ((body === null) !== (salt === null)) return 'entry.body';
  if (body !== null && hash('sha256', Buffer.concat([Buffer.from(salt!, 'hex'), Buffer.from(body)])) !== commitment) return 'entry.commitment';
  if (hash('sha256', `{"at":"${at}","chain":"${chain}","commitment":"${commitment}","prev":"${before.hash}","seq":${seq},"v":1}`) !== entry.hash) return 'entry.hash';
  if (at < before.at) return 'entry.time';
  return columnsAgree(entry) ? undefined : 'entry.column';
};
