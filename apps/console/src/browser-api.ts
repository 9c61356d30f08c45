'use client';
import { createClient, type Call } from '@inkproof/contract';
import { config } from 'zod';

// Zod would try to compile its checks with `new Function`, which the page's policy refuses and reports each time.
config({ jitless: true });

/** The API for leaves, at the page's own address, over another way of sending than `fetch` where one is needed. */
export const browserApiOver = (send?: typeof fetch): Call => createClient({ baseUrl: '', fetch: send });

/** The API for leaves. Throws a ProblemError. */
export const browserApi = browserApiOver();
