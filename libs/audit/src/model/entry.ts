import { auditActions, type AuditAction } from '@inkproof/contract';
import type { Actor } from './act.js';

/** One row of the log, as the store keeps it. Bytes are hex. */
export interface Entry {
  seq: number;
  /** RFC 3339 with microseconds. */
  at: string;
  /** These three are taken out of the body for searching. */
  action: string | null;
  actor_kind: string | null;
  actor_id: string | null;
  body: string | null;
  salt: string | null;
  commitment: string;
  hash: string;
}

/** What a body says. */
export interface Said {
  action: AuditAction;
  version: number;
  actor: Omit<Actor, 'requestId'>;
  request_id: string | null;
  targets: string[];
  outcome: 'done' | 'refused';
  code?: string;
  details: Record<string, unknown>;
  before_sha256?: string;
  after_sha256?: string;
  reason?: string;
}

/** Null once it was erased, and for an action that this version does not know. */
export const saidIn = ({ body }: Entry): Said | null => {
  const said = body === null ? null : (JSON.parse(body) as Said);
  return said && said.action in auditActions ? said : null;
};
