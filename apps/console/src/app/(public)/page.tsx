import { LandingPage } from '../../features/landing/landing-page';
import { anySession } from '../../features/session/sessions';

const Page = async () => <LandingPage session={await anySession()} />;

export default Page;
