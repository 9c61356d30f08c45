import { ticketClocks, type ClockStanding, type DeskTicket, type SupportTicket, type TicketCall, type TicketEvent, type TicketFile, type TicketNoteFile, type TicketSummary } from '@inkproof/contract';
import { dueAt, isMissedAt, spentAt } from '../model/clock.js';
import type { Standing } from '../model/standing.js';
import { isForTenant } from '../model/ticket-news.js';
import type { StoredCall } from '../store/rota-store.js';
import type { ListedTicket, StoredNote, StoredTicket } from '../store/ticket-store.js';

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());
const seconds = (ms: number): number => Math.floor(ms / 1000);

const stateOf = ({ state, clocks }: Standing, clock: ClockStanding['clock']): ClockStanding['state'] => {
  const { metAt, since } = clocks[clock];
  if (metAt !== null) return 'met';
  if (since !== null) return 'running';
  return clock !== 'next' && state === 'waiting_tenant' ? 'paused' : 'idle';
};

const showClock = (standing: Standing, clock: ClockStanding['clock'], now: number): ClockStanding => {
  const one = standing.clocks[clock];
  return { clock, target_seconds: seconds(one.targetMs), spent_seconds: seconds(spentAt(one, now)), state: stateOf(standing, clock), due_at: iso(dueAt(one)), missed: isMissedAt(one, now) };
};

const showFile = ({ name, mediaType, bytes, sha256 }: StoredTicket['events'][number]['files'][number] | StoredNote['files'][number]) => ({ name, media_type: mediaType as TicketFile['media_type'], bytes, sha256: Buffer.from(sha256).toString('hex') });

const showEvent = ({ id, at, kind, side, by, byName, words, state, priority, reference, clock, percent, rating, checked, files }: StoredTicket['events'][number]): TicketEvent => ({
  id: id as TicketEvent['id'],
  at: at.toISOString(),
  kind,
  side,
  by: by === null ? null : { id: by, name: byName },
  words,
  state,
  priority,
  reference,
  clock: clock as TicketEvent['clock'],
  percent,
  rating,
  checked,
  files: files.map((file) => ({ id: file.id as TicketFile['id'], ...showFile(file) })),
});

export const showSummary = ({ id, tenantId, tenant, subject, priority, state, openedAt, openedBy, openedByName, assigneeId, assigneeName, changedAt, standing, rating }: ListedTicket, now: Date): TicketSummary => ({
  id: id as TicketSummary['id'],
  tenant: { id: tenantId as TicketSummary['tenant']['id'], name: tenant.name },
  subject,
  priority,
  state,
  opened_at: openedAt.toISOString(),
  opened_by: { id: openedBy, name: openedByName },
  assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName },
  changed_at: changedAt.toISOString(),
  clocks: ticketClocks.map((clock) => showClock(standing, clock, now.getTime())),
  rating,
});

/** What both sides see. Warnings are between the desk and its clocks. */
export const showTicket = (ticket: StoredTicket, now: Date): SupportTicket => ({
  ...showSummary(ticket, now),
  events: ticket.events.filter(({ kind }) => isForTenant(kind)).map(showEvent),
});

const showCall = ({ at, clock, level, called, calledName, nextAt, takenAt, takenBy, takenByName }: StoredCall): TicketCall => ({
  at: at.toISOString(),
  clock: clock as TicketCall['clock'],
  level,
  called: called === null ? null : { id: called, name: calledName },
  next_at: nextAt?.toISOString() ?? null,
  taken_at: takenAt?.toISOString() ?? null,
  taken_by: takenBy === null ? null : { id: takenBy, name: takenByName },
});

/** What the desk sees. Only this can show a note, and only the provider's own doors answer it. */
export const showAtDesk = (ticket: StoredTicket, notes: readonly StoredNote[], now: Date, letters: readonly { event: string; state: string }[] = [], calls: readonly StoredCall[] = []): DeskTicket => ({
  ...showSummary(ticket, now),
  calls: calls.map(showCall),
  events: ticket.events.map(showEvent),
  letters: letters as DeskTicket['letters'],
  notes: notes.map(({ id, at, by, byName, kind, words, aboutId, checked, files }) => ({ id: id as `tkn_${string}`, at: at.toISOString(), by: { id: by, name: byName }, kind, words, about: aboutId as TicketEvent['id'] | null, checked, files: files.map((file) => ({ id: file.id as TicketNoteFile['id'], ...showFile(file) })) })),
});
