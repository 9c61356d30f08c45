import '../../../../../features/filings/filings.css';
import { api } from '@inkproof/contract';
import { call } from '../../../../../api';
import { FilingWizard } from '../../../../../features/filings/filing-wizard';
import { VersionPage } from '../../../../../features/filings/version-page';
import { readId } from '../../../../../features/paging/read-id';
import { mayKeepFilings } from '../../../../../features/session/rights';
import { memberSession } from '../../../../../features/session/sessions';
import { pageTitle } from '../../../../../words/page-title';
import { withWords } from '../../../../../words/with-words';

export const generateMetadata = pageTitle('filing');

const Page = async ({ params, searchParams }: PageProps<'/filings/[id]/[version]'>) => {
  const given = await params;
  const ids = { id: readId('flg', given.id), version: readId('flv', given.version) };
  const isComparing = (await searchParams)['view'] === 'difference';
  const [version, difference, { tenant }] = await Promise.all([call(api.filings.version, { params: ids }), isComparing ? call(api.filings.difference, { params: ids }) : null, memberSession()]);
  const mayKeep = mayKeepFilings(tenant);
  if (mayKeep && (version.state === 'draft' || version.state === 'correction')) return <FilingWizard key={version.id} version={version} />;
  return <VersionPage version={version} difference={difference} mayKeep={mayKeep} />;
};

export default withWords(Page, 'filings');
