import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { askedMonth } from '../../../../features/availability/asked-month';
import { LedgerPage, outageFilters } from '../../../../features/availability/ledger-page';
import { readTrail } from '../../../../features/paging/trail';
import { mayKeepAvailability } from '../../../../features/session/rights';
import { staffSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('availabilityLedger');

const Page = async ({ searchParams }: PageProps<'/admin/availability'>) => {
  const asked = await searchParams;
  const trail = readTrail(asked);
  const { month, months } = askedMonth(asked['month']);
  const filter = outageFilters.find((one) => one === asked['show']) ?? 'all';
  const [availability, { items, next_cursor }, incidents, { page }, { staff }] = await Promise.all([
    call(api.adminAvailability.month, { query: { month } }),
    call(api.adminAvailability.list, { query: { cursor: trail.cursor, show: filter } }),
    call(api.adminAvailability.incidents, { query: {} }),
    call(api.status.read),
    staffSession(),
  ]);
  return <LedgerPage availability={availability} items={items} incidents={incidents.items} filter={filter} trail={trail} next={next_cursor} month={month} months={months} statusPage={page} mayKeep={mayKeepAvailability(staff.role)} />;
};

export default withWords(Page, 'admin.choice', 'availability.enter', 'availability.incident');
