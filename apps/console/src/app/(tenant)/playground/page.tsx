import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { PlaygroundPage } from '../../../features/playground/playground-page';
import { listSamples } from '../../../features/playground/samples';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';

export const generateMetadata = pageTitle('playground');

const Page = async () => {
  const [session, limits, capabilities, samples] = await Promise.all([memberSession(), call(api.usage.limits), call(api.usage.capabilities), listSamples()]);
  return <PlaygroundPage session={session} limits={limits} capabilities={capabilities} samples={samples} />;
};

export default Page;
