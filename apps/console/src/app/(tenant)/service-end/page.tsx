import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { EndingPage } from '../../../features/ending/ending-page';
import { mayEndService } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('ending');

const Page = async () => {
  const [outlook, { tenant }] = await Promise.all([call(api.ending.find), memberSession()]);
  return <EndingPage outlook={outlook} tenant={tenant.name} mayEnd={mayEndService(tenant)} />;
};

export default withWords(Page, 'ending.announce', 'ending.dayField', 'ending.takeBack');
