import { ticketClocks, type DeskFigures, type TicketFigures } from '@inkproof/contract';
import { BYTE_ORDER_MARK, csvRow } from '@inkproof/kernel';
import type { GroupedFigures } from '../actions/read-figures.js';
import type { Figures, Spread } from '../model/figures.js';

const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1000));
const spread = ({ p50, p90 }: Spread) => ({ p50_seconds: seconds(p50), p90_seconds: seconds(p90) });

const show = ({ opened, clocks, resolved, reopened, backlog, ratings }: Figures): TicketFigures => ({
  opened,
  clocks: ticketClocks.map((clock) => ({ clock, met: clocks[clock].met, missed: clocks[clock].missed, ...spread(clocks[clock]) })),
  resolved,
  reopened,
  backlog: { count: backlog.count, ...spread(backlog) },
  ratings,
});

export const showFigures = ({ total, groups, ...same }: GroupedFigures): DeskFigures => ({ ...same, total: show(total), groups: groups.map(({ id, name, figures }) => ({ id, name, figures: show(figures) })) });

const head = ['group', 'id', 'name', 'opened', ...ticketClocks.flatMap((clock) => ['met', 'missed', 'p50_seconds', 'p90_seconds'].map((what) => `${clock}_${what}`)), 'resolved', 'reopened', 'backlog', 'backlog_p50_seconds', 'backlog_p90_seconds', 'ratings', 'rating_mean'];

const cells = ({ opened, clocks, resolved, reopened, backlog, ratings }: TicketFigures): (number | null)[] => [
  opened,
  ...clocks.flatMap(({ met, missed, p50_seconds, p90_seconds }) => [met, missed, p50_seconds, p90_seconds]),
  resolved,
  reopened,
  backlog.count,
  backlog.p50_seconds,
  backlog.p90_seconds,
  ratings.count,
  ratings.mean,
];

/** One line for all, then one a group. */
export const figuresCsv = ({ by, total, groups }: DeskFigures): string => [BYTE_ORDER_MARK, csvRow(head), csvRow(['total', null, null, ...cells(total)]), ...groups.map(({ id, name, figures }) => csvRow([by, id, name, ...cells(figures)]))].join('');
