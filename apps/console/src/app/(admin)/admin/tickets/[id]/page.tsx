import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { readId } from '../../../../../features/paging/read-id';
import { mayKeepDesk } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { DeskPage } from '../../../../../features/tickets/desk-page';
import { readQueue } from '../../../../../features/tickets/read-queue';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('desk');

const Page = async ({ params, searchParams }: PageProps<'/admin/tickets/[id]'>) => {
  const id = readId('tkt', (await params).id);
  const [queue, ticket, { items: macros }, { staff, person }] = await Promise.all([readQueue(await searchParams), call(api.adminTickets.find, { params: { id } }), call(api.macros.list), staffSession()]);
  return <DeskPage queue={queue} ticket={ticket} mayKeep={mayKeepDesk(staff.role)} macros={macros} me={person.name} />;
};

export default withWords(Page, 'admin.choice', 'tickets');
