import { Pcg32 } from "../statistics/pcg32.ts";
import { distributionCall } from "./distribution-calls.ts";
import { field } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";

const oneill2014: Source = {
  key: "oneill-2014",
  reference:
    "O’Neill, M. E. (2014). PCG: a family of simple fast space-efficient statistically good algorithms for random number generation. Harvey Mudd College, report HMC-CS-2014-0905.",
};

const didonatoMorris1992: Source = {
  key: "didonato-morris-1992",
  reference:
    "Didonato, A. R., Morris, A. H. (1992). Algorithm 708: significant digit computation of the incomplete beta function ratios. ACM Transactions on Mathematical Software 18(3): 360–373.",
};

const wichura1988: Source = {
  key: "wichura-1988",
  reference:
    "Wichura, M. J. (1988). Algorithm AS 241: the percentage points of the normal distribution. Journal of the Royal Statistical Society, series C (Applied Statistics) 37(3): 477–484.",
};

const loader2000: Source = {
  key: "loader-2000",
  reference:
    "Loader, C. (2000). Fast and accurate computation of binomial probabilities. Lucent Technologies, Bell Laboratories, technical report (saddle-point expansion).",
};

const dlmf: Source = {
  key: "dlmf",
  reference:
    "NIST Digital Library of Mathematical Functions, chapters 7 (error functions) and 8 (incomplete gamma and beta functions). https://dlmf.nist.gov",
};

/** What every simulated score and every bound is calculated with. */
export const numericMethods: Methods = {
  pcg32: {
    about: "The random numbers behind every simulated score",
    sources: [oneill2014],
    formula: "state ← state · 6364136223846793005 + increment (mod 2⁶⁴); xorshift, rotate",
    fields: [
      field("seed", "count", { most: Number.MAX_SAFE_INTEGER }),
      field("stream", "count", { most: Number.MAX_SAFE_INTEGER }),
    ],
    example: { seed: 42, stream: 54 },
    run: (input) => {
      const seed = halves(input.count("seed"));
      const stream = halves(input.count("stream"));
      const generator = new Pcg32(seed, stream);
      const u32 = Array.from({ length: 6 }, () => generator.next());
      const hex = u32.map((x) => `0x${x.toString(16).padStart(8, "0")}`);
      return { u32, hex, double53_from_pairs: [new Pcg32(seed, stream).uniform()] };
    },
  },
  special_functions: {
    about: "Distribution functions by R's names: qnorm .975, qt .975 df4, pbeta .9 46 6",
    sources: [didonatoMorris1992, wichura1988, loader2000, dlmf],
    formula: "qnorm p, pnorm z, qt p df, pt t df, qchisq p df, qf p df1 df2, qbeta p a b, pbeta x a b, lgamma x",
    fields: [field("calls", "words", { atLeast: 1 })],
    example: {
      calls: [
        "qnorm .975",
        "qnorm .95",
        "qt .975 df4",
        "qt .95 df11",
        "qchisq .95 df2",
        "qchisq .025 df6",
        "qf .95 10 10",
        "qbeta .05 58.5 2.5",
        "lgamma .5",
        "pbeta .9 46 6",
      ],
    },
    run: (input) => ({ v: input.strings("calls").map(distributionCall) }),
  },
};

function halves(x: number): [number, number] {
  return [Math.floor(x / 0x100000000), x >>> 0];
}
