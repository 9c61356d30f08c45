import { mayKeepDesk } from '../../../../features/session/rights';
import { staffSession } from '../../../../features/session/sessions';
import { DeskPage } from '../../../../features/tickets/desk-page';
import { readQueue } from '../../../../features/tickets/read-queue';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('desk');

const Page = async ({ searchParams }: PageProps<'/admin/tickets'>) => {
  const [queue, { staff, person }] = await Promise.all([readQueue(await searchParams), staffSession()]);
  return <DeskPage queue={queue} mayKeep={mayKeepDesk(staff.role)} me={person.name} />;
};

export default withWords(Page, 'admin.choice', 'tickets');
