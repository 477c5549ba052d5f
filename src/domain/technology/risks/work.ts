import { acceptanceOf } from "../../safeguards/risk-acceptance.ts";
import { risksOf } from "../../safeguards/risk-register.ts";
import type { RegisteredRisk } from "../../safeguards/risk-register.ts";
import { riskKind } from "../../safeguard-kinds/risk.ts";
import { standingOf } from "../../safeguards/standing.ts";
import { gates } from "../../policy/policy.ts";
import { conditionsFor } from "../../policy/conditions-for.ts";
import { addDays } from "../../words/days.ts";
import type { Day } from "../../words/text.ts";
import type { WorkGround, WorkItem } from "../manifest/work.ts";
import { proposerOf } from "../state/people.ts";
import type { Technology } from "../state/technology.ts";

type Item = WorkItem<"treat-risk" | "accept-risk" | "ask-risk">;

/** A treatment whose day is near or over, an acceptance that is asked for, one that is missing or about to end. */
export function toDo(t: Technology, ground: WorkGround): readonly Item[] {
  const { policy, today } = ground;
  return risksOf(t, policy, today).flatMap((risk) => [...toTreat(risk, ground), ...toAnswerFor(risk, t, ground)]);
}

function toTreat({ item, treatment }: RegisteredRisk, { policy, today }: WorkGround): readonly Item[] {
  const { owner, by, doneOn } = treatment;
  if (owner === null || by === null || doneOn !== null || by > noticedUntil(today, policy)) return [];
  return [{ kind: "treat-risk", person: owner, subject: item, due: by }];
}

/** Where no gate asks for it, nobody is bothered with it. */
function toAnswerFor(risk: RegisteredRisk, t: Technology, { policy, today }: WorkGround): readonly Item[] {
  const { item, safeguard, isAbove } = risk;
  const isAsked = gates.some((gate) =>
    conditionsFor(policy.gates[gate], t.tier).some(({ key }) => key === conditionKey),
  );
  if (!isAbove || !isAsked || standingOf(riskKind, safeguard, t, policy, today).state !== "in-force") return [];
  const standing = acceptanceOf(risk, t, today);
  const [author = proposerOf(t)] = safeguard.authors;
  switch (standing.state) {
    case "asked": {
      const { approver, asked } = standing.acceptance;
      return [{ kind: "accept-risk", person: approver, subject: item, since: asked.at }];
    }
    case "standing": {
      const { accepted, asked } = standing.acceptance;
      if (accepted === null || accepted.until > noticedUntil(today, policy)) return [];
      return [{ kind: "ask-risk", person: asked.by, subject: item, due: accepted.until }];
    }
    case "lapsed":
    case "refused":
      return [{ kind: "ask-risk", person: standing.acceptance.asked.by, subject: item }];
    case "none":
      return [{ kind: "ask-risk", person: author, subject: item }];
    default:
      return standing satisfies never;
  }
}

const conditionKey = "risk-accepted";

const noticedUntil = (today: Day, { safeguards }: WorkGround["policy"]): Day =>
  addDays(today, safeguards.riskRegister.noticeDays);
