import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { changeFilters, ChangesPage } from '../../../features/changes/changes-page';
import { readTrail } from '../../../features/paging/trail';
import { mayKeepChanges, mayReportSecurity } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('changes');

const Page = async ({ searchParams }: PageProps<'/changes'>) => {
  const asked = await searchParams;
  const trail = readTrail(asked);
  const filter = changeFilters.find((one) => one === asked['show']) ?? 'open';
  const [{ items, next_cursor }, { tenant }] = await Promise.all([call(api.changes.list, { query: { cursor: trail.cursor, ...(filter === 'open' && { state: filter }) } }), memberSession()]);
  return <ChangesPage items={items} filter={filter} trail={trail} next={next_cursor} mayKeep={mayKeepChanges(tenant)} mayReport={mayReportSecurity(tenant)} />;
};

export default withWords(Page, 'changes.security');
