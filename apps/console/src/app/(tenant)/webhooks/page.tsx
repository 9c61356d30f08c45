import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { isOver, mayKeepWebhooks } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { WebhooksPage } from '../../../features/webhooks/webhooks-page';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('webhooks');

const Page = async () => {
  const [{ items }, { tenant }] = await Promise.all([call(api.webhooks.list), memberSession()]);
  return <WebhooksPage webhooks={items} mayKeep={mayKeepWebhooks(tenant)} isOver={isOver(tenant.end)} />;
};

export default withWords(Page, 'webhooks');
