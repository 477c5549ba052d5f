import { confidenceField, field, oneSidedField } from "./guide.ts";
import type { MethodGuide, MethodGuides } from "./guide.ts";

const share = (formula: string, successes: number, n: number): MethodGuide => ({
  group: "proportions",
  formula,
  fields: [field("successes", "count"), field("n", "count"), confidenceField],
  example: { successes, n, conf: 0.95 },
});

export const proportionGuides: MethodGuides = {
  wilson_interval: share("(p̂ + z²/2n ± z · √(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n)", 81, 263),
  clopper_pearson_interval: share("[BetaQuantile(α/2; s, n − s + 1), BetaQuantile(1 − α/2; s + 1, n − s)]", 81, 263),
  jeffreys_interval: share("BetaQuantile(α/2 and 1 − α/2; s + ½, n − s + ½)", 2, 20),
  adjusted_wald_interval: share("p̃ ± z · √(p̃(1 − p̃)/ñ), ñ = n + z², p̃ = (s + z²/2)/ñ", 7, 10),
  one_sided_lower_bounds: {
    group: "proportions",
    formula: "BetaQuantile(1 − c; s, n − s + 1)",
    fields: [field("successes", "count"), field("n", "count"), oneSidedField],
    example: { successes: 58, n: 60, conf_one_sided: 0.975 },
  },
  load_run_share_bound: {
    group: "proportions",
    formula:
      "V(b) = k/(k − 1) · Σ(eᵢ − p̂·tᵢ)² / (Σtᵢ)² over blocks of b seconds; Var = max(V(10), V(b), 2·V(b) − V(b/3)); n_eff = min(p̂(1 − p̂)/Var · (z/t(c; k − 1))², T/180); exact bounds on n_eff",
    fields: [
      field("slices", "table", { length: 2, atLeast: 1, least: 0, columns: [{ name: "trials" }, { name: "events" }] }),
      oneSidedField,
    ],
    example: {
      slices: Array.from({ length: 72 }, (_, i) => [100, i === 20 || i === 21 ? 100 : 0]),
      conf_one_sided: 0.95,
    },
  },
  attempts_share_bound: {
    group: "proportions",
    formula:
      "n_eff = min(p̂(1 − p̂)/Var, n) · (t(c; n − 1)/t(c; k − 1))², without variance n/(1 + 0.3(n/k − 1)); exact bounds on n_eff",
    fields: [
      field("people", "table", { length: 2, atLeast: 1, least: 0, columns: [{ name: "trials" }, { name: "events" }] }),
      oneSidedField,
    ],
    example: {
      people: [5, 5, 5, 4, 5, 3, 5, 5, 4, 5, 5, 2].map((done) => [5, done]),
      conf_one_sided: 0.95,
    },
  },
  clustered_share_bound: {
    group: "proportions",
    formula: "Var = k/(k − 1) · Σ(eᵢ − p̂·tᵢ)² / (Σtᵢ)²; n_eff = min(p̂(1 − p̂)/Var, k); exact bounds on n_eff",
    fields: [
      field("clusters", "table", {
        length: 2,
        atLeast: 1,
        least: 0,
        columns: [{ name: "trials" }, { name: "events" }],
      }),
      oneSidedField,
      field("least_clusters", "count", { least: 0, most: 100_000 }),
    ],
    example: {
      clusters: [
        [40, 1],
        [38, 0],
        [41, 2],
        [40, 0],
        [39, 5],
        [40, 0],
        [42, 1],
        [40, 0],
      ],
      conf_one_sided: 0.95,
      least_clusters: 5,
    },
  },
};
