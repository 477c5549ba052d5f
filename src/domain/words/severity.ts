/** How grave it is that something went wrong: 1 is the worst. */
export const severities = [1, 2, 3, 4] as const;
export type Severity = (typeof severities)[number];
