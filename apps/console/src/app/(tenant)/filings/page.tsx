import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { clock } from '../../../clock';
import { ConsentNeeds } from '../../../features/filings/consent-needs';
import { FilingsPage } from '../../../features/filings/filings-page';
import { readTrail } from '../../../features/paging/trail';
import { isOver, mayKeepFilings } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { dayOf } from '../../../words/moments';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

const MOST_DUE = 100;

export const generateMetadata = pageTitle('filings');

const Page = async ({ searchParams }: PageProps<'/filings'>) => {
  const trail = readTrail(await searchParams);
  const [{ items, next_cursor }, calendar, inspections, requests, expiries, { tenant }] = await Promise.all([
    call(api.filings.list, { query: { cursor: trail.cursor } }),
    call(api.authorizations.calendar),
    call(api.inspections.list, { query: { state: 'drawn', limit: MOST_DUE } }),
    call(api.subjectRequests.list, { query: { state: 'open', limit: MOST_DUE } }),
    call(api.attestations.list, { query: { state: 'open', limit: MOST_DUE } }),
    memberSession(),
  ]);
  const needs = <ConsentNeeds filings={items} inspections={inspections.items} requests={requests.items} expiries={expiries.items} calendar={calendar} today={dayOf(clock.now().toISOString())} />;
  return <FilingsPage items={items} needs={needs} mayKeep={mayKeepFilings(tenant)} trail={trail} next={next_cursor} isOver={isOver(tenant.end)} />;
};

export default withWords(Page, 'filings');
