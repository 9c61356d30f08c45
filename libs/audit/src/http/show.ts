import type { AuditEvent } from '@inkproof/contract';
import type { LogPage } from '../actions/read-log.js';
import { saidIn, type Entry } from '../model/entry.js';

const unsaid = { action: null, version: null, actor: null, request_id: null, targets: [], outcome: null, code: null, details: {}, reason: null, before_sha256: null, after_sha256: null };

export const showEvent = (entry: Entry, names: ReadonlyMap<string, string>): AuditEvent => {
  const { seq, at, hash, body } = entry;
  const said = saidIn(entry);
  if (!said) return { seq, at, hash, erased: body === null, ...unsaid };
  const { actor, code = null, reason = null, before_sha256 = null, after_sha256 = null, ...rest } = said;
  return { seq, at, hash, erased: false, ...rest, actor: { kind: actor.kind, id: actor.id, role: actor.role ?? null, name: names.get(actor.id) ?? null }, code, reason, before_sha256, after_sha256 };
};

export const showPage = ({ entries, names, headSeq, sealedSeq }: LogPage, limit: number) => {
  const items = entries.slice(0, limit);
  return { items: items.map((entry) => showEvent(entry, names)), next_cursor: entries.length > limit ? String(items.at(-1)!.seq) : null, head_seq: headSeq, sealed_seq: sealedSeq };
};
