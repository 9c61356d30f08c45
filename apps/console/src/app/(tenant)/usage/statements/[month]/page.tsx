import { api } from '@inkproof/contract';
import { notFound } from 'next/navigation';
import { call } from '../../../../../api';
import { StatementPage } from '../../../../../features/statement/statement-page';
import { pageTitle } from '../../../../../words/page-title';

export const generateMetadata = pageTitle('statement');

const Page = async ({ params }: PageProps<'/usage/statements/[month]'>) => {
  const read = api.ledger.statement.params!.safeParse(await params);
  return read.success ? <StatementPage issued={await call(api.ledger.statement, { params: read.data })} /> : notFound();
};

export default Page;
