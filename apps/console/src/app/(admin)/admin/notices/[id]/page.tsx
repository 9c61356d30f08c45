import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { DeliveriesPage, deliveryViews } from '../../../../../features/notices/deliveries-page';
import { readTrail } from '../../../../../features/paging/trail';
import { mayOpenMessages } from '../../../../../features/session/rights';
import { staffSession } from '../../../../../features/session/sessions';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('notice');

const Page = async ({ params, searchParams }: PageProps<'/admin/notices/[id]'>) => {
  const [{ id }, asked] = await Promise.all([params, searchParams]);
  const notice = { id: id as `ntc_${string}` };
  const trail = readTrail(asked);
  const view = deliveryViews.find((one) => one === asked['view']) ?? 'all';
  const narrowed = view === 'all' ? {} : view === 'unreached' ? ({ unreached: 'true' } as const) : { state: view };
  const file = new URLSearchParams({ ...Object.fromEntries(Object.entries(narrowed)), format: 'csv' });
  const [{ staff }, found, { items, next_cursor }] = await Promise.all([staffSession(), call(api.adminNotices.find, { params: notice }), call(api.adminNotices.deliveries, { params: notice, query: { cursor: trail.cursor, limit: 50, ...narrowed } })]);
  const csv = `${api.adminNotices.deliveries.path.replace('{id}', id)}?${file}`;
  return <DeliveriesPage notice={found} items={items} view={view} csv={csv} trail={trail} next={next_cursor} mayOpen={mayOpenMessages(staff.role)} />;
};

export default withWords(Page, 'notices');
