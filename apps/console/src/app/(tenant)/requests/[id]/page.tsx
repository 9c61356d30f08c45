import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { readId } from '../../../../features/paging/read-id';
import { RequestPage } from '../../../../features/requests/request-page';
import { mayKeepRequests } from '../../../../features/session/rights';
import { memberSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('request');

const Page = async ({ params }: PageProps<'/requests/[id]'>) => {
  const id = readId('dsr', (await params).id);
  const [request, { tenant }] = await Promise.all([call(api.subjectRequests.find, { params: { id } }), memberSession()]);
  return <RequestPage request={request} mayKeep={mayKeepRequests(tenant)} />;
};

export default withWords(Page, 'requests.act', 'requests.task');
