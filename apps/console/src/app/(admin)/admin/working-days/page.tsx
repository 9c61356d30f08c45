import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { WorkingDaysPage } from '../../../../features/changes/working-days-page';
import { mayKeepCalendar } from '../../../../features/session/rights';
import { staffSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('workingDays');

const Page = async () => {
  const [{ items }, { staff }] = await Promise.all([call(api.workingDays.list), staffSession()]);
  return <WorkingDaysPage years={items} mayKeep={mayKeepCalendar(staff.role)} />;
};

export default withWords(Page, 'changes.days');
