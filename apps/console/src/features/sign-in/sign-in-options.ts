import 'server-only';
import { api, type SignInOptions } from '@inkproof/contract';
import { ask } from '../../api';

/** How people can sign in. While the API cannot say, the password form stands alone, and says itself that nothing answers. */
export const signInOptions = (): Promise<SignInOptions> => ask(api.session.options).catch(() => ({ passkeys: false, oidc: null }));
