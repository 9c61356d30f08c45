import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { ApprovalsPage } from '../../../features/approvals/approvals-page';
import { readTrail } from '../../../features/paging/trail';
import { isOver } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('approvals');

const Page = async ({ searchParams }: PageProps<'/approvals'>) => {
  const asked = await searchParams;
  const trail = readTrail(asked);
  const all = asked['all'] === '1';
  const [{ items, next_cursor }, { tenant }] = await Promise.all([call(api.approvals.list, { query: { cursor: trail.cursor, ...(!all && { state: 'waiting' }) } }), memberSession()]);
  return <ApprovalsPage items={items} side="tenant" all={all} trail={trail} next={next_cursor} mayDecide={!isOver(tenant.end)} />;
};

export default withWords(Page, 'approvals');
