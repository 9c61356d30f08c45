import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { mayShareViews } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { ViewsPage } from '../../../../../features/tickets/views-page';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('deskViews');

const Page = async () => {
  const [{ items }, people, { staff }] = await Promise.all([call(api.deskViews.list), call(api.staff.list), staffSession()]);
  return <ViewsPage views={items} staff={people.items.map(({ person }) => person)} mayShare={mayShareViews(staff.role)} />;
};

export default withWords(Page, 'tickets.views');
