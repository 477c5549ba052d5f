import {
  betaCdf,
  betaQuantile,
  chiSquareQuantile,
  fQuantile,
  normalCdf,
  normalQuantile,
  tCdf,
  tQuantile,
} from "../statistics/distributions.ts";
import { logGamma } from "../statistics/log-gamma.ts";
import { MethodInputError } from "./method-input.ts";

/** Distribution functions by R's names and argument order. */
const functions: { readonly [name: string]: readonly [arity: number, (...args: readonly number[]) => number] } = {
  qnorm: [1, (p = 0) => normalQuantile(p)],
  pnorm: [1, (z = 0) => normalCdf(z)],
  qt: [2, (p = 0, df = 0) => tQuantile(p, df)],
  pt: [2, (t = 0, df = 0) => tCdf(t, df)],
  qchisq: [2, (p = 0, df = 0) => chiSquareQuantile(p, df)],
  qf: [3, (p = 0, df1 = 0, df2 = 0) => fQuantile(p, df1, df2)],
  qbeta: [3, (p = 0, a = 0, b = 0) => betaQuantile(p, a, b)],
  pbeta: [3, (x = 0, a = 0, b = 0) => betaCdf(x, a, b)],
  lgamma: [1, (x = 0) => logGamma(x)],
};

/** A call in words: the name, then its numbers; degrees of freedom may be written df4. Throws MethodInputError. */
export function distributionCall(call: string): number {
  const [name = "", ...words] = call.trim().split(/\s+/);
  const described = functions[name];
  if (described === undefined)
    throw new MethodInputError(`calls: ${name} is none of ${Object.keys(functions).join(", ")}`);
  const [arity, evaluate] = described;
  const numbers = words.map((word) => Number(word.replace(/^df=?/, "")));
  if (numbers.length !== arity || numbers.some((x) => !Number.isFinite(x))) {
    throw new MethodInputError(`calls: ${name} takes ${arity} number${arity === 1 ? "" : "s"}, as in "qt .975 df4"`);
  }
  return evaluate(...numbers);
}
