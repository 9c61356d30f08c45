import { FollowDesk } from '../../../../features/requests/follow-desk';
import { Door } from '../../../../features/sign-in/sign-in-page';
import { pageTitle } from '../../../../words/page-title';

export const generateMetadata = pageTitle('requestFollow');

const Page = () => (
  <Door>
    <FollowDesk />
  </Door>
);

export default Page;
