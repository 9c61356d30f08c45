import { LandingPage } from '../../features/landing/landing-page';
import { anySession } from '../../features/session/sessions';
import { withWords } from '../../words/with-words';

const Page = async () => <LandingPage session={await anySession()} />;

export default withWords(Page, 'landing.sample', 'preferences');
