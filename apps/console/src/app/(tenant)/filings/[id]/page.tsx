import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { clock } from '../../../../clock';
import { FilingPage } from '../../../../features/filings/filing-page';
import { readId } from '../../../../features/paging/read-id';
import { mayExportFilings, mayKeepFilings } from '../../../../features/session/rights';
import { memberSession } from '../../../../features/session/sessions';
import { dayOf } from '../../../../words/moments';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('filing');

const Page = async ({ params }: PageProps<'/filings/[id]'>) => {
  const id = readId('flg', (await params).id);
  const [filing, { tenant }] = await Promise.all([call(api.filings.find, { params: { id } }), memberSession()]);
  return <FilingPage filing={filing} mayKeep={mayKeepFilings(tenant)} mayExport={mayExportFilings(tenant)} today={dayOf(clock.now().toISOString())} />;
};

export default withWords(Page, 'filings');
