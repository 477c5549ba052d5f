import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { PortfolioRow } from "../../projections/portfolio/types.ts";
import type { LinkModel } from "../view/components.ts";
import type { Language } from "../view/languages.ts";

/** Where a person does what is open to them now. Actions of one page share one link. */
const places: { readonly [T in TechnologyCommandType]?: string } = {
  ReviseProposal: "proposal/revision",
  WithdrawProposal: "proposal/withdrawal",
  LockPilotPlan: "plan/new",
  AmendPilotPlan: "plan/amendments/new",
  OpenPilot: "plan",
  AttachEvidence: "evidence/new",
  RecordIncident: "incidents",
  StopPilot: "pilot/stop",
  AssignEvaluators: "evaluation/evaluators",
  DeclareInterest: "evaluation/interest",
  SubmitScores: "evaluation/scores",
  ModerateScore: "evaluation",
  RecordDissent: "evaluation",
  PlanRollout: "rollout/plan",
  RecordDrill: "rollout/drills/new",
  OpenWave: "rollout",
  HoldRollout: "rollout",
  ResumeRollout: "rollout",
  CompleteWave: "rollout",
  RollBack: "rollout",
  Retire: "retirement",
  RecordLessons: "lessons",
};

export function actionLinks({ t }: Language, row: PortfolioRow, open: readonly TechnologyCommandType[]): LinkModel[] {
  const links = new Map<string, LinkModel>();
  const { gate, slug } = row;
  if (gate !== null && open.includes("CastVote")) {
    const text = t("technology:action.gate", { gate: t(`events:gate.${gate}`) });
    links.set("gate", { text, href: `/technologies/${slug}/gates/${gate}` });
  } else if (gate !== null && open.includes("RequestWaiver")) {
    links.set("gate", { text: t("technology:action.waiver"), href: `/technologies/${slug}/gates/${gate}/waivers/new` });
  }
  for (const command of open) {
    const place = places[command];
    if (place === undefined || links.has(place)) continue;
    links.set(place, { text: t(`technology:action.${command}`), href: `/technologies/${slug}/${place}` });
  }
  return [...links.values()];
}
