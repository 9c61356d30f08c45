import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { clock } from '../../../clock';
import { FilingsPage } from '../../../features/filings/filings-page';
import { readTrail } from '../../../features/paging/trail';
import { mayKeepFilings } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { dayOf } from '../../../words/moments';
import { pageTitle } from '../../../words/page-title';

export const generateMetadata = pageTitle('filings');

const Page = async ({ searchParams }: PageProps<'/filings'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, calendar, { tenant }] = await Promise.all([call(api.filings.list, { query: { cursor: trail.cursor } }), call(api.authorizations.calendar), memberSession()]);
  return <FilingsPage items={items} calendar={calendar} mayKeep={mayKeepFilings(tenant.role)} today={dayOf(clock.now().toISOString())} trail={trail} next={next_cursor} />;
};

export default Page;
