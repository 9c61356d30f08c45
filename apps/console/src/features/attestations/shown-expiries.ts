/** Which of them a list shows. */
export type ShownExpiries = 'open' | 'late' | 'attested';

/** As the address asks for it; what is open unless it does. */
export const shownExpiries = (show: string | string[] | undefined): ShownExpiries => (show === 'late' || show === 'attested' ? show : 'open');
