import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { CallsPage } from '../../../../features/calls/calls-page';
import { readWhich } from '../../../../features/calls/read-which';
import { readTrail } from '../../../../features/paging/trail';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('calls');

const Page = async ({ searchParams }: PageProps<'/usage/calls'>) => {
  const params = await searchParams;
  const [trail, which] = [readTrail(params), readWhich(params)];
  const { items, next_cursor } = await call(api.ledger.calls, { query: { ...which, cursor: trail.cursor } });
  return <CallsPage calls={items} base="/usage/calls" which={which} trail={trail} next={next_cursor} hasFile />;
};

export default Page;
