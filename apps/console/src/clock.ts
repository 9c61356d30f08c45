import 'server-only';
import { SystemClock } from '@inkproof/kernel';

/** What time it is for pages that are drawn on the server. */
export const clock = new SystemClock();
