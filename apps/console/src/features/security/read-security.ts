import 'server-only';
import { api } from '@inkproof/contract';
import { call } from '../../api';

export const readSecurity = async () => {
  const [factors, { items: sessions }] = await Promise.all([call(api.factors.list), call(api.sessions.list)]);
  return { factors, sessions };
};
