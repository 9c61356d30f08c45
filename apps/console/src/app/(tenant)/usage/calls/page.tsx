import { api } from '@inkproof/contract';
import { shanghaiDay } from '@inkproof/kernel';
import { call } from '../../../../api';
import { clock } from '../../../../clock';
import { CallsPage } from '../../../../features/calls/calls-page';
import { queryOf, readWhich } from '../../../../features/calls/read-which';
import { readTrail } from '../../../../features/paging/trail';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('calls');

const Page = async ({ searchParams }: PageProps<'/usage/calls'>) => {
  const params = await searchParams;
  const [trail, which] = [readTrail(params), readWhich(params)];
  const query = queryOf(which, shanghaiDay(clock.now()));
  const { items, next_cursor } = await call(api.ledger.calls, { query: { ...query, cursor: trail.cursor } });
  return <CallsPage calls={items} base="/usage/calls" which={which} query={query} trail={trail} next={next_cursor} hasFile />;
};

export default Page;
