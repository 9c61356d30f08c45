import { redirect } from 'next/navigation';
import { afterSignIn } from '../../../features/session/home-of';
import { anySession } from '../../../features/session/sessions';
import { signInOptions } from '../../../features/sign-in/sign-in-options';
import { SignInPage } from '../../../features/sign-in/sign-in-page';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('signIn');

const Page = async ({ searchParams }: PageProps<'/sign-in'>) => {
  const { next } = await searchParams;
  const wanted = typeof next === 'string' ? next : undefined;
  const session = await anySession();
  if (session) redirect(afterSignIn(session, wanted));
  return <SignInPage next={wanted} options={await signInOptions()} />;
};

export default withWords(Page, 'door', 'preferences', 'signIn');
