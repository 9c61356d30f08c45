import { api } from '@inkproof/contract';
import { call } from '../../../api';
import { PlaygroundPage } from '../../../features/playground/playground-page';
import { listSamples } from '../../../features/playground/samples';
import { memberSession } from '../../../features/session/sessions';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('playground');

const Page = async () => {
  const [session, limits, capabilities, { items }, samples] = await Promise.all([memberSession(), call(api.usage.limits), call(api.usage.capabilities), call(api.filings.list, { query: { limit: 100 } }), listSamples()]);
  const filings = items.flatMap(({ id, name, in_force: version }) => (version ? [{ id, name, categories: version.categories }] : []));
  return <PlaygroundPage session={session} limits={limits} capabilities={capabilities} filings={filings} samples={samples} />;
};

export default withWords(Page, 'findings.result', 'jobs', 'keys.retention', 'personal', 'playground', 'recipe', 'recognitions');
