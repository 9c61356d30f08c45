import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { askedMonth } from '../../../features/availability/asked-month';
import { AvailabilityPage } from '../../../features/availability/availability-page';
import { readTrail } from '../../../features/paging/trail';
import { mayDisputeOutages } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('availability');

const Page = async ({ searchParams }: PageProps<'/availability'>) => {
  const asked = await searchParams;
  const trail = readTrail(asked);
  const { month, months } = askedMonth(asked['month']);
  const [availability, { items, next_cursor }, { page }, { tenant }] = await Promise.all([call(api.availability.month, { query: { month } }), call(api.availability.list, { query: { cursor: trail.cursor } }), call(api.status.read), memberSession()]);
  return <AvailabilityPage availability={availability} items={items} trail={trail} next={next_cursor} month={month} months={months} statusPage={page} mayDispute={mayDisputeOutages(tenant)} />;
};

export default withWords(Page, 'availability.dispute');
