// Conditions without which a statement answers the same, whatever the store holds, by what they belong to; and why. One that is noticed
// all the same is counted as noticed.
const OF_ONE_ROW = 'the tenant and the id come from one row, and the id alone says which';
const OF_ONE_TICKET = 'the tenant and the id come from one ticket, and a foreign key ties both to it in every row';

export const equal = new Map([
  ['libs/support/src/store/rota-store.ts calls', OF_ONE_TICKET],
  ['libs/support/src/store/rota-store.ts takeCalls', OF_ONE_TICKET],
  ['libs/support/src/store/ticket-store.ts letters', OF_ONE_TICKET],
  ['libs/identity/src/store/support-store.ts end', OF_ONE_ROW],
  ['libs/identity/src/store/approval-store.ts revise', OF_ONE_ROW],
  ['libs/retention/src/actions/lift-hold.ts ask', 'the payload holds the id of the hold, which is one tenant’s'],
]);
