import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { SecurityPage } from '../../../../features/changes/security-page';
import { readTrail } from '../../../../features/paging/trail';
import { mayReportSecurity } from '../../../../features/session/rights';
import { memberSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('securityNotices');

const Page = async ({ searchParams }: PageProps<'/changes/security'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, { tenant }] = await Promise.all([call(api.securityNotices.list, { query: { cursor: trail.cursor } }), memberSession()]);
  return <SecurityPage items={items} trail={trail} next={next_cursor} side="tenant" mayReport={mayReportSecurity(tenant)} />;
};

export default withWords(Page, 'changes.security');
