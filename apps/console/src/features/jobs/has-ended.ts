import { endStates, type Job } from '@inkproof/contract';

/** Whether a job or a document will not change any more. */
export const hasEnded = (status: Job['status']): boolean => (endStates as readonly string[]).includes(status);
