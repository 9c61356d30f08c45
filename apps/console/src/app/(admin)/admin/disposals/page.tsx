import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { DisposalsPage } from '../../../../features/disposals/disposals-page';
import { readTrail } from '../../../../features/paging/trail';
import { mayKeepDisposals } from '../../../../features/session/rights';
import { staffSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('disposals');

const Page = async ({ searchParams }: PageProps<'/admin/disposals'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, { staff }] = await Promise.all([call(api.disposals.list, { query: { cursor: trail.cursor } }), staffSession()]);
  return <DisposalsPage items={items} trail={trail} next={next_cursor} mayEnter={mayKeepDisposals(staff.role)} />;
};

export default Page;
