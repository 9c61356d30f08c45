import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { FindingsPage } from '../../../features/findings/findings-page';
import { readTrail } from '../../../features/paging/trail';
import { mayChoosePolicy } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('findings');

const Page = async ({ searchParams }: PageProps<'/findings'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, { undeclared }, { tenant }] = await Promise.all([call(api.findings.list, { query: { cursor: trail.cursor } }), call(api.findings.policy), memberSession()]);
  return <FindingsPage findings={items} policy={undeclared} trail={trail} next={next_cursor} mayChoose={mayChoosePolicy(tenant)} />;
};

export default withWords(Page, 'findings');
