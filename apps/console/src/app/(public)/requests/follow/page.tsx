import { FollowDesk } from '../../../../features/requests/follow-desk';
import { Door } from '../../../../features/sign-in/sign-in-page';
import { pageTitle } from '../../../../words/page-title';
import { withWords } from '../../../../words/with-words';

export const generateMetadata = pageTitle('requestFollow');

const Page = () => (
  <Door>
    <FollowDesk />
  </Door>
);

export default withWords(Page, 'door', 'preferences', 'requests', 'signIn');
