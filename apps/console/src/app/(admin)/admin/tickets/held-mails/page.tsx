import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { readTrail } from '../../../../../features/paging/trail';
import { mayKeepDesk } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { HeldMailsPage } from '../../../../../features/tickets/held-mails-page';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('heldMails');

const Page = async ({ searchParams }: PageProps<'/admin/tickets/held-mails'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, { staff }] = await Promise.all([call(api.heldMails.list, { query: { cursor: trail.cursor } }), staffSession()]);
  return <HeldMailsPage mails={items} trail={trail} next={next_cursor} mayPlace={mayKeepDesk(staff.role)} />;
};

export default withWords(Page, 'tickets.heldMails');
