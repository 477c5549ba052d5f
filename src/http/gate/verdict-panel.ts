import { canonicalJson } from "../../domain/words/canonical.ts";
import type { JsonObject } from "../../domain/words/json.ts";
import type { Verdict } from "../../domain/scoring/verdict-types.ts";
import { sinceLook } from "../say/since-look.ts";
import type { FactModel, VerdictModel } from "../view/components.ts";
import type { Content } from "../view/html.ts";
import { nextLookOf } from "../say/condition-advice.ts";
import type { GateParts } from "./gate-parts.ts";
import { keptVerdict } from "./kept-verdict.ts";
import { onceBeside } from "../../domain/words/once-beside.ts";

export type PanelModel = {
  /** What the gate shows of the evidence: the look that counts or, before one, today's figures, "not for decision". */
  readonly verdict: VerdictModel | null;
  /** Why figures without a look decide nothing. */
  readonly notForDecision: { readonly title: string; readonly text: string } | null;
  /** What came after the look, in the open, with what the evidence says today where that differs. */
  readonly newer: {
    readonly title: string;
    readonly text: string;
    readonly items: readonly Content[];
    readonly verdict: VerdictModel | null;
  } | null;
};

/** The recorded verdict of the last look is the one that counts; newer numbers stand under it and are not for decision. */
export async function verdictPanel(parts: GateParts): Promise<PanelModel> {
  const { view, language } = parts;
  if (view.gate !== "rollout" && view.gate !== "completion")
    return { verdict: null, notForDecision: null, newer: null };
  const { t } = language;
  const model = (verdict: Verdict): VerdictModel =>
    underPlan(
      parts,
      keptVerdict(language, view.policy, verdict, { evidence: view.state.evidence, facts: factsOf(parts) }),
    );
  const look = view.gate === "completion" ? null : view.look;
  const settled = parts.decided !== null && look !== null;
  const newest = view.state.evidence.length === 0 || settled ? null : await view.interim();
  if (look === null)
    return {
      verdict: newest === null ? null : model(newest),
      notForDecision: newest === null ? null : { title: t("gate:interim.first"), text: nextLook(parts) },
      newer: null,
    };
  const items = sinceLook(language, parts.row.slug, view.state, look);
  const differs = newest !== null && !sameVerdict(newest, look.verdict);
  return {
    verdict: model(look.verdict),
    notForDecision: null,
    newer:
      items.length === 0 && !differs
        ? null
        : {
            title: t(items.length === 0 ? "gate:interim.newer" : "gate:since.title", {
              day: language.format.date(look.at),
              count: items.length,
            }),
            text: nextLook(parts),
            items,
            verdict: differs ? model(newest) : null,
          },
  };
}

/** Where no look is left, nothing settles it any more but the evidence of a new plan. */
function underPlan({ view, decided, language }: GateParts, model: VerdictModel): VerdictModel {
  if (model.settles === undefined || decided !== null || nextLookOf(view.state) !== undefined) return model;
  return { ...model, settles: { ...model.settles, label: language.t("verdict:settlesNewPlan") } };
}

/** When today's figures may come to count. A gate that was decided waits for no look. */
function nextLook({ view, decided, language }: GateParts): string {
  const { t, format } = language;
  if (decided !== null) return t("gate:interim.then");
  const next = view.state.plan?.plan.looks[view.look?.look ?? 0];
  return next === undefined ? t("gate:interim.noLook") : t("gate:interim.next", { day: format.date(next) });
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
