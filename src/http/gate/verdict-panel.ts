import { canonicalJson } from "../../domain/words/canonical.ts";
import type { JsonObject } from "../../domain/words/json.ts";
import type { Verdict } from "../../domain/scoring/verdict-types.ts";
import type { FactModel, VerdictModel } from "../view/components.ts";
import type { GateParts } from "./gate-parts.ts";
import { keptVerdict } from "./kept-verdict.ts";
import { onceBeside } from "../../domain/words/once-beside.ts";

export type PanelModel = {
  readonly verdict: VerdictModel | null;
  /** Newer numbers than the last look, or the first ones: "not for decision". */
  readonly interim: { readonly title: string; readonly text: string; readonly verdict: VerdictModel } | null;
};

/** The recorded verdict of the last look is the one that counts; newer numbers stand behind it and are not for decision. */
export async function verdictPanel(parts: GateParts): Promise<PanelModel> {
  const { view, language } = parts;
  if (view.gate !== "rollout" && view.gate !== "completion") return { verdict: null, interim: null };
  const { t, format } = language;
  const model = (verdict: Verdict): VerdictModel =>
    keptVerdict(language, view.policy, verdict, { evidence: view.state.evidence, facts: factsOf(parts) });
  const recorded = view.look === null || view.gate === "completion" ? null : model(view.look.verdict);
  const newest = view.state.evidence.length === 0 || parts.decided !== null ? null : await view.interim();
  const same = newest !== null && view.look !== null && sameVerdict(newest, view.look.verdict);
  const next = view.state.plan?.plan.looks[view.look?.look ?? 0];
  return {
    verdict: recorded,
    interim:
      newest === null || (recorded !== null && same)
        ? null
        : {
            title: t(recorded === null ? "gate:interim.first" : "gate:interim.newer"),
            text: next === undefined ? t("gate:interim.noLook") : t("gate:interim.next", { day: format.date(next) }),
            verdict: model(newest),
          },
  };
}

/** Stored leaves are canonical: the order of keys says nothing. */
const sameVerdict = (a: Verdict, b: Verdict): boolean => canonical(a) === canonical(b);

/** Verdicts are kept and never changed; each is written out once. */
const canonical = onceBeside((verdict: Verdict) => canonicalJson(verdict as unknown as JsonObject));

function factsOf({ view, language }: GateParts): FactModel[] {
  const { t, format } = language;
  const { state } = view;
  const { cost } = state.proposal;
  const locked = state.plan;
  const looks = locked?.plan.looks.length ?? 0;
  return [
    {
      term: t("gate:fact.policy"),
      value:
        locked === null
          ? t("gate:fact.notLocked")
          : t.html("gate:fact.policyText", { version: locked.policyVersion, day: format.date(locked.lockedAt) }),
    },
    {
      term: t("gate:fact.look"),
      value:
        view.look === null
          ? t("gate:fact.noLook", { of: looks })
          : t("gate:fact.lookText", { look: view.look.look, of: view.look.of, day: format.date(view.look.at) }),
    },
    {
      term: t("gate:fact.cost"),
      value:
        cost.annual === null
          ? t("technology:notStated")
          : t("gate:fact.costText", { annual: cost.annual, pilot: cost.pilot ?? 0, currency: cost.currency }),
    },
  ];
}
