/** Over 1 % of the rows could not be used: what they would have said is unknown, and so is what the others say. */
export const tooManyRejected = (rejected: number, rows: number): boolean => rejected * 100 > rows;
