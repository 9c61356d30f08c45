import { InvitationDesk } from '../../../features/door/invitation-desk';
import { Door } from '../../../features/sign-in/sign-in-page';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('invitation');

const Page = () => (
  <Door>
    <InvitationDesk />
  </Door>
);

export default withWords(Page, 'door', 'preferences', 'signIn');
