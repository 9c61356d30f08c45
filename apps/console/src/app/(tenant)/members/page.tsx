import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { PeoplePage } from '../../../features/people/people-page';
import { mayKeepMembers } from '../../../features/session/rights';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('members');

const Page = async () => {
  const { tenant, person } = await memberSession();
  const [{ items: people }, invitations] = await Promise.all([call(api.members.list), mayKeepMembers(tenant) ? call(api.invitations.list) : null]);
  return <PeoplePage side="members" people={people} invitations={invitations && invitations.items} self={person.id} />;
};

export default withWords(Page, 'people');
