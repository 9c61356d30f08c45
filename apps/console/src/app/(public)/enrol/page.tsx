import '../../../features/security/security.css';
import { api } from '@inkproof/contract';
import { redirect } from 'next/navigation';
import { call } from '../../../api';
import { Enrolment } from '../../../features/security/enrolment';
import { afterSignIn } from '../../../features/session/home-of';
import { Door } from '../../../features/sign-in/sign-in-page';
import { StepUp } from '../../../features/step-up/step-up';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('enrol');

const Page = async ({ searchParams }: PageProps<'/enrol'>) => {
  const [{ next }, session] = await Promise.all([searchParams, call(api.session.current)]);
  const wanted = afterSignIn({ ...session, mfa: { ...session.mfa, enrolment_required: false } }, typeof next === 'string' ? next : undefined);
  if (!session.mfa.enrolment_required) redirect(wanted);
  const { passkeys } = await call(api.factors.list);
  return (
    <Door>
      <StepUp email={session.person.email}>
        <Enrolment passkeys={passkeys} next={wanted} />
      </StepUp>
    </Door>
  );
};

export default withWords(Page, 'door', 'preferences', 'security', 'shell', 'signIn', 'stepUp');
