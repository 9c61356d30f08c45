import type { ForwardedSummary, RequestDesk, RequestStatus, SubjectRequest, SubjectRequestSummary } from '@inkproof/contract';
import { showSomebody } from '@inkproof/identity';
import { usedOf } from '../model/request-clock.js';
import { isOpen } from '../model/request-life.js';
import type { Followed } from '../actions/follow-request.js';
import type { Forwarded } from '../actions/forward-request.js';
import type { SealedColumns } from '@inkproof/platform';
import type { Opener } from '../actions/sealed-words.js';
import type { Person } from '../actions/take-in-request.js';
import type { Desk, ListedRequest, StoredRequest } from '../store/request-store.js';

type Clocked = Pick<StoredRequest, 'receivedAt' | 'dueAt' | 'extendedAt' | 'endedAt' | 'state'>;

export const showClock = ({ receivedAt, dueAt, extendedAt, endedAt, state }: Clocked, now: Date): SubjectRequest['clock'] => ({
  received_at: receivedAt.toISOString(),
  due_at: dueAt.toISOString(),
  used: usedOf({ receivedAt, dueAt }, endedAt ?? now),
  overdue: isOpen(state) ? dueAt <= now : (endedAt ?? now) >= dueAt && state !== 'withdrawn',
  extended: extendedAt !== null,
});

export const showSummary = (request: Omit<ListedRequest, 'tasks'> & { tasks: { state: string }[] }, now: Date): SubjectRequestSummary => {
  const { id, kind, relation, source, language, state, endedAt, tasks } = request;
  return { id: id as SubjectRequestSummary['id'], kind, relation, source, language: language as 'en' | 'zh-CN', state, clock: showClock(request, now), ended_at: endedAt?.toISOString() ?? null, tasks_open: tasks.filter((task) => task.state === 'open').length };
};

interface Shown {
  open: Opener;
  /** Of those who worked on it. */
  names: ReadonlyMap<string, string>;
  /** Whether whoever asks keeps requests; others see that there is one, and not of whom. */
  mayKnow: boolean;
  now: Date;
}

export const showRequest = (request: StoredRequest, { open, names, mayKnow, now }: Shown): SubjectRequest => {
  const said = (id: string, row: SealedColumns): string | null => (mayKnow ? open<string>(id, row) : null);
  return {
    ...showSummary(request, now),
    person: mayKnow ? open<Person>(request.id, request) : null,
    identity: request.identityMethod && { method: request.identityMethod, at: request.identifiedAt!.toISOString(), by: showSomebody(names, request.identifiedBy!) },
    subject_known: request.subjectHash !== null,
    events: request.events.map((event) => ({ at: event.at.toISOString(), kind: event.kind, side: event.side, by: showSomebody(names, event.by), words: said(event.id, event) })),
    tasks: request.tasks.map((task) => ({ id: task.id as `dst_${string}`, kind: task.kind, state: task.state, by_itself: task.byItself, count: task.count, certificate: task.certificate, note: said(task.id, task), settled_at: task.settledAt?.toISOString() ?? null, settled_by: showSomebody(names, task.settledBy) })),
  };
};

/** Nobody who forwards a link gives more away than that somebody asked for something. */
export const showStatus = ({ request, tenant }: Followed, open: Opener, now: Date): RequestStatus => {
  const said = (...kinds: string[]): string | null => {
    const event = request.events.find(({ kind }) => kinds.includes(kind));
    return event ? open<string>(event.id, event) : null;
  };
  const { id, kind, state, endedAt } = request;
  const told = request.events.filter((event) => !['task_settled', 'warned_50', 'warned_80'].includes(event.kind));
  return {
    id: id as RequestStatus['id'], tenant, kind, state,
    clock: showClock(request, now),
    ended_at: endedAt?.toISOString() ?? null,
    confirmed: request.events.some((event) => event.kind === 'confirmed'),
    steps: told.map((event) => ({ at: event.at.toISOString(), kind: event.kind })),
    answer: said('answered'),
    reason: said('refused') ?? said('extended'),
  };
};

export const showForwarded = ({ tenant, ...request }: Forwarded, now: Date): ForwardedSummary => {
  const { tasks_open: _, ...summary } = showSummary({ ...request, tasks: [] }, now);
  return { ...summary, tenant: { id: tenant.id as `ten_${string}`, name: tenant.name } };
};

export const showDesk = ({ slug, open, answerDays }: Desk, consoleUrl: string): RequestDesk => ({ slug, url: `${consoleUrl}/requests/form/${slug}`, open, answer_days: answerDays });
