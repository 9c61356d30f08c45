import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { readId } from '../../../../features/paging/read-id';
import { mayKeepTickets } from '../../../../features/session/rights';
import { memberSession } from '../../../../features/session/sessions';
import { TicketPage } from '../../../../features/tickets/ticket-page';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('ticket');

const Page = async ({ params }: PageProps<'/tickets/[id]'>) => {
  const id = readId('tkt', (await params).id);
  const [ticket, { tenant }] = await Promise.all([call(api.tickets.find, { params: { id } }), memberSession()]);
  return <TicketPage ticket={ticket} mayKeep={mayKeepTickets(tenant)} />;
};

export default withWords(Page, 'tickets');
