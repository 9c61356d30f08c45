import { api } from '@inkproof/contract';
import { call } from '../../../../api';
import { PeoplePage } from '../../../../features/people/people-page';
import { mayKeepStaff } from '../../../../features/session/rights';
import { staffSession } from '../../../../features/session/sessions';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('staff');

const Page = async () => {
  const { staff, person } = await staffSession();
  const [{ items: people }, invitations] = await Promise.all([call(api.staff.list), mayKeepStaff(staff.role) ? call(api.staffInvitations.list) : null]);
  return <PeoplePage side="staff" people={people} invitations={invitations && invitations.items} self={person.id} />;
};

export default withWords(Page, 'people');
