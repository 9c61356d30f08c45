import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { mayKeepMacros } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { MacrosPage } from '../../../../../features/tickets/macros-page';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('macros');

const Page = async () => {
  const [{ items }, { staff }] = await Promise.all([call(api.macros.list), staffSession()]);
  return <MacrosPage macros={items} mayKeep={mayKeepMacros(staff.role)} />;
};

export default withWords(Page, 'tickets');
