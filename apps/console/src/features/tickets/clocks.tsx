import type { ClockStanding } from '@inkproof/contract';
import { TicketClock } from './ticket-clock';

/** All three clocks, side by side. */
export const Clocks = ({ clocks }: { clocks: readonly ClockStanding[] }) => (
  <div className="tk-clocks">
    {clocks.map((standing) => (
      <TicketClock key={standing.clock} standing={standing} withTarget />
    ))}
  </div>
);
