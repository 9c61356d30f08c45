import { api } from '@inkproof/contract';
import { redirect } from 'next/navigation';
import { call } from '../../../api';

/** The status page is served apart from all of this; here is only the way to it. */
const Page = async () => redirect((await call(api.status.read)).page);

export default Page;
