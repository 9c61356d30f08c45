import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { readTrail } from '../../../../features/paging/trail';
import { AdminRetentionPage } from '../../../../features/retention/admin-retention-page';
import { mayPlaceHolds, mayRuleRetention } from '../../../../features/session/rights';
import { staffSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('retention');

const Page = async ({ searchParams }: PageProps<'/admin/retention'>) => {
  const trail = readTrail(await searchParams);
  const [holds, policy, due, { items: sweeps }, { staff }] = await Promise.all([
    call(api.holds.list, { query: { cursor: trail.cursor } }),
    call(api.adminRetention.periods),
    call(api.sweeps.due, { query: {} }),
    call(api.sweeps.list),
    staffSession(),
  ]);
  return (
    <AdminRetentionPage
      holds={holds.items}
      trail={trail}
      next={holds.next_cursor}
      due={due}
      sweeps={sweeps}
      periods={policy.items}
      history={policy.history}
      mayPlace={mayPlaceHolds(staff.role)}
      mayRule={mayRuleRetention(staff.role)}
    />
  );
};

export default withWords(Page, 'admin.choice', 'retention');
