import { InvitationDesk } from '../../../features/door/invitation-desk';
import { Door } from '../../../features/sign-in/sign-in-page';
import { pageTitle } from '../../../words/page-title';

export const generateMetadata = pageTitle('invitation');

const Page = () => (
  <Door>
    <InvitationDesk />
  </Door>
);

export default Page;
