import { openRequestStates, type RequestKind, type RequestState, type RequestTaskKind } from '@inkproof/contract';

const open: readonly string[] = openRequestStates;
export const isOpen = (state: RequestState): boolean => open.includes(state);

/** The state after somebody showed who they are; work that began goes on. */
export const afterIdentification = (state: RequestState): RequestState => (state === 'in_progress' ? state : 'identified');

/** What carries a request out. What is erased or taken back here stands before what the tenant does in its own systems. */
const tasks: Record<RequestKind, readonly RequestTaskKind[]> = {
  access: ['gather'],
  copy: ['gather', 'hand_over_copy'],
  withdraw: ['withdraw_authorizations', 'stop_processing'],
  correct: ['correct_records'],
  delete: ['withdraw_authorizations', 'erase_material', 'erase_results', 'erase_own_copies'],
  explain: ['explain_rules'],
};
export const tasksOf = (kind: RequestKind): readonly RequestTaskKind[] => tasks[kind];

/** What a task erases of what is kept here; undefined for one that erases nothing here. */
export const erasedBy = (kind: RequestTaskKind): 'results' | 'material' | undefined => (kind === 'erase_results' ? 'results' : kind === 'erase_material' ? 'material' : undefined);

const carriedOutHere: readonly RequestTaskKind[] = ['withdraw_authorizations'];
/** Whether it is done here without anybody, once the person is found among the tenant's references. */
export const isDoneHere = (kind: RequestTaskKind): boolean => carriedOutHere.includes(kind);
