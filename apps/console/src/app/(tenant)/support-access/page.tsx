import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { readTrail } from '../../../features/paging/trail';
import { mayEndSupport } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { SupportAccessPage } from '../../../features/support-access/support-access-page';
import { pageTitle } from '../../../words/page-title';

export const generateMetadata = pageTitle('supportAccess');

const Page = async ({ searchParams }: PageProps<'/support-access'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, { tenant }] = await Promise.all([call(api.supportAccesses.list, { query: { cursor: trail.cursor } }), memberSession()]);
  return <SupportAccessPage accesses={items} trail={trail} next={next_cursor} mayEnd={mayEndSupport(tenant)} />;
};

export default Page;
