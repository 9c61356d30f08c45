import { api } from '@inkproof/contract';
import { getTranslations } from 'next-intl/server';
import { call } from '../../../api';
import { AuditPage } from '../../../features/audit/audit-page';
import { readFilter, searchOf } from '../../../features/audit/audit-query';
import { readTrail } from '../../../features/paging/trail';
import { pageTitle } from '../../../words/page-title';
import { withWords } from '../../../words/with-words';

export const generateMetadata = pageTitle('audit');

const PER_PAGE = 50;

const Page = async ({ searchParams }: PageProps<'/audit'>) => {
  const params = await searchParams;
  const [filter, trail] = [readFilter(params), readTrail(params)];
  const [page, verification, t] = await Promise.all([call(api.audit.list, { query: { ...searchOf(filter), cursor: trail.cursor, limit: PER_PAGE } }), call(api.audit.verify), getTranslations('audit')]);
  return <AuditPage page={page} verification={verification} filter={filter} trail={trail} base="/audit" lede={t('lede')} />;
};

export default withWords(Page, 'audit.proof');
