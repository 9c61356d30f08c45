/** The bounds of a QPS quota, as the contract has them. */
export const LEAST_QUOTA = 1;
export const MOST_QUOTA = 5000;
export const FIRST_QUOTA = 5;
