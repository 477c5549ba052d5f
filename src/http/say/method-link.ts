import type { Measure } from "../../domain/measures/measures.ts";
import type { IndicatorResult } from "../../domain/scoring/verdict-types.ts";
import type { LinkModel, MethodLineModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";

/** The one method behind each measure's number, where there is one. */
const methodOf: { readonly [M in Measure]: string | null } = {
  availability: "availability_lower_bound",
  "failed-share": "load_run_share_bound",
  "within-share": "load_run_share_bound",
  headroom: "throughput_at_slo",
  volume: "mean_t_interval",
  sus: "bounded_mean_bound",
  "umux-lite": "bounded_mean_bound",
  seq: "bounded_mean_bound",
  "task-success": "attempts_share_bound",
  satisfaction: "bounded_mean_bound",
  accessibility: null,
  fairness: "group_comparison",
  rubric: "gwet_ac2",
};

type Measured = Pick<IndicatorResult, "measure" | "comparison" | "marks">;

/** Where a number's method is explained and can be tried. */
export function methodLink({ t }: Language, found: Measured): LinkModel | null {
  const name = nameOf(found);
  return name === null ? null : { text: t(`methods:method.${name}.title`), href: `/methods/${name}` };
}

/** One line for several numbers, each method once; undefined where none has a method. */
export function methodLine(language: Language, found: readonly Measured[]): MethodLineModel | undefined {
  const all = found.flatMap((one) => methodLink(language, one) ?? []);
  const links = all.filter(({ href }, i) => all.findIndex((other) => other.href === href) === i);
  return links.length === 0 ? undefined : { label: language.t("methods:how"), links };
}

/** A comparison with a baseline and the anytime rule have methods of their own. */
function nameOf({ measure, comparison, marks }: Measured): string | null {
  const own = methodOf[measure];
  if (comparison !== undefined)
    return own === "load_run_share_bound" || own === "attempts_share_bound"
      ? "non_inferiority_decision"
      : "non_inferiority_means";
  return marks.includes("anytime") ? "e_value_sequence" : own;
}
