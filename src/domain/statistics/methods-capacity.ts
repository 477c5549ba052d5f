import { correctCoordinatedOmission, latencySummary } from "./coordinated-omission.ts";
import { littlesLaw } from "./littles-law.ts";
import { finite } from "./method.ts";
import type { Methods } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import { fitUsl } from "./usl.ts";

export const capacityMethods: Methods = {
  coordinated_omission_correction: {
    about: "Latencies of a closed-loop test as if requests had not waited for a stall",
    sources: ["tene-2015", "hdrhistogram"],
    run: (input) => {
      const samples = input.numbers("samples");
      if (samples.length === 0) throw new MethodInputError("samples: at least one");
      const corrected = correctCoordinatedOmission(samples, input.number("expected_interval_ms"));
      return { naive: { ...latencySummary(samples) }, corrected: { ...latencySummary(corrected) } };
    },
  },
  littles_law: {
    about: "Do users, throughput and response time of a load test belong together?",
    sources: ["little-1961"],
    run: (input) => {
      const x = littlesLaw(input.number("throughput"), input.number("seconds"), input.number("users"));
      return { in_system: x.inSystem, ratio: x.ratio, consistent: x.consistent };
    },
  },
  usl_fit_3_parameter: {
    about: "Universal Scalability Law by least squares; explains, never passes a gate",
    sources: ["gunther-2007"],
    run: (input) => {
      const throughput = input.numbers("throughput");
      const load = input.numbers("load");
      if (load.length !== throughput.length) throw new MethodInputError("throughput: as many numbers as load");
      const fit = fitUsl(load.map((n, i) => ({ load: n, throughput: throughput[i] ?? 0 })));
      const [lambda, sigma, kappa] = fit.intervals;
      return {
        sigma: fit.sigma,
        kappa: fit.kappa,
        lambda_: fit.lambda,
        ci95_sigma: sigma ?? null,
        ci95_kappa: kappa ?? null,
        ci95_lambda: lambda ?? null,
        peak_N: finite(fit.peakLoad),
        peak_throughput: finite(fit.peakThroughput),
        amdahl_limit: finite(fit.amdahlLimit),
        identifiable: fit.identifiable,
        ...(fit.doubt === undefined ? {} : { doubt: fit.doubt }),
      };
    },
  },
};
