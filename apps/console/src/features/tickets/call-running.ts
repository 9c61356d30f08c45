import type { DeskTicket } from '@inkproof/contract';

type Call = DeskTicket['calls'][number];

/** The last call that nobody has taken over and that is still about something: that nobody has the ticket, or a clock that is over. */
export const callRunning = ({ calls, state, assignee, clocks }: Pick<DeskTicket, 'calls' | 'state' | 'assignee' | 'clocks'>): Call | undefined => {
  if (state === 'resolved' || state === 'closed') return undefined;
  const isOver = (clock: Call['clock']): boolean => clocks.some((one) => one.clock === clock && one.state === 'running' && one.spent_seconds >= one.target_seconds);
  const isUntaken = !assignee && clocks.some(({ clock, state: stands }) => clock === 'first' && stands !== 'met');
  return calls.findLast(({ clock, taken_at }) => taken_at === null && (clock === null ? isUntaken : isOver(clock)));
};
