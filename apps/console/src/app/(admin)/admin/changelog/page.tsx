import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { AdminChangelogPage } from '../../../../features/changelog/admin-changelog-page';
import { readTrail } from '../../../../features/paging/trail';
import { mayKeepChangelog } from '../../../../features/session/rights';
import { staffSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('changelog');

const Page = async ({ searchParams }: PageProps<'/admin/changelog'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, callers, { staff }] = await Promise.all([call(api.adminChangelog.list, { query: { cursor: trail.cursor } }), call(api.adminChangelog.callers), staffSession()]);
  return <AdminChangelogPage items={items} callers={callers.items} trail={trail} next={next_cursor} mayKeep={mayKeepChangelog(staff.role)} />;
};

export default withWords(Page, 'changelog');
