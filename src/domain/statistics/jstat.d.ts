/** The part of jstat 1.9.6 that distributions.ts wraps; jstat ships no types. */
declare module "jstat" {
  const jStat: {
    normal: { cdf(x: number, mean: number, sd: number): number; inv(p: number, mean: number, sd: number): number };
    studentt: { cdf(x: number, df: number): number; inv(p: number, df: number): number };
    chisquare: { inv(p: number, df: number): number };
    centralF: { inv(p: number, df1: number, df2: number): number };
    beta: { cdf(x: number, a: number, b: number): number; inv(p: number, a: number, b: number): number };
    gammaln(x: number): number;
  };
  export = jStat;
}
