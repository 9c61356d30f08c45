import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { readTrail } from '../../../features/paging/trail';
import { mayKeepTickets } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { readNarrowing } from '../../../features/tickets/narrowing';
import { ticketFilters, TicketsPage } from '../../../features/tickets/tickets-page';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('tickets');

const Page = async ({ searchParams }: PageProps<'/tickets'>) => {
  const asked = await searchParams;
  const trail = readTrail(asked);
  const filter = ticketFilters.find((one) => one === asked['show']) ?? 'unsolved';
  const narrowing = readNarrowing(asked);
  const [{ items, next_cursor }, { tenant }] = await Promise.all([call(api.tickets.list, { query: { ...narrowing, cursor: trail.cursor, ...(filter !== 'all' && { state: filter }) } }), memberSession()]);
  return <TicketsPage items={items} filter={filter} narrowing={narrowing} trail={trail} next={next_cursor} mayKeep={mayKeepTickets(tenant)} />;
};

export default withWords(Page, 'tickets');
