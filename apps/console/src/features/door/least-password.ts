/** As the contract has it for new passwords. */
export const LEAST_PASSWORD = 12;
