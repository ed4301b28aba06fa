/**
 * In percent. Below it the least sure third of all rows lies, with three fifths of all that is wrong (bench/confidence.ts):
 * worth a look first.
 */
export const lineOfReview = 40;
