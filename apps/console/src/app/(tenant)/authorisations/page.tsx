import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { clock } from '../../../clock';
import { AuthorisationsPage } from '../../../features/authorisations/authorisations-page';
import { readTrail } from '../../../features/paging/trail';
import { mayKeepAuthorisations } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { dayOf } from '../../../words/moments';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('authorisations');

const Page = async ({ searchParams }: PageProps<'/authorisations'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, { items: filings }, calendar, { tenant }] = await Promise.all([call(api.authorizations.list, { query: { cursor: trail.cursor } }), call(api.filings.list, { query: { limit: 100 } }), call(api.authorizations.calendar), memberSession()]);
  return <AuthorisationsPage authorisations={items} filings={filings} calendar={calendar} today={dayOf(clock.now().toISOString())} trail={trail} next={next_cursor} mayKeep={mayKeepAuthorisations(tenant)} />;
};

export default withWords(Page, 'authorisations', 'personal');
