import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { changeFilters } from '../../../../features/changes/changes-page';
import { QueuePage } from '../../../../features/changes/queue-page';
import { readTrail } from '../../../../features/paging/trail';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('changeQueue');

const Page = async ({ searchParams }: PageProps<'/admin/changes'>) => {
  const asked = await searchParams;
  const trail = readTrail(asked);
  const filter = changeFilters.find((one) => one === asked['show']) ?? 'open';
  const { items, next_cursor, waiting, overdue } = await call(api.adminChanges.list, { query: { cursor: trail.cursor, ...(filter === 'open' && { state: filter }) } });
  return <QueuePage items={items} filter={filter} trail={trail} next={next_cursor} waiting={waiting} overdue={overdue} />;
};

export default withWords(Page, 'changes.security');
