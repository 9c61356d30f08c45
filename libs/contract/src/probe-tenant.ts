import type { Id } from '@inkproof/kernel';

/** As whom our own probes call: nobody's customer. The store knows it by this name too (`app_is_provider_of`) and shows it to the provider only where that names it. */
export const PROBE_TENANT: Id<'ten'> = 'ten_00000000000000000000000000';
