import type { Step } from "../steps.ts";
import type { Story } from "../story-of.ts";
import { commandOf } from "./command.ts";
import { settleDrift } from "./drift.ts";
import { score } from "./evaluation.ts";
import { attach, withdraw } from "./evidence.ts";
import { askWaiver, draftCondition, grantWaiver, vote } from "./gate.ts";
import { takeCollection } from "./take-collection.ts";
import { takeCommittee } from "./take-committee.ts";
import { takeConsultation } from "./take-consultation.ts";
import { propose } from "./proposal.ts";
import { takeFeedback } from "./take-feedback.ts";
import { takeRisk } from "./take-risk.ts";
import { reviewSafeguard, stateSafeguard } from "./take-safeguard.ts";
import { takeSharing } from "./take-sharing.ts";

/** One step of a technology's life, by the person it says. */
export async function take(story: Story, { by, does }: Step): Promise<void> {
  const { scene, desk, calendar, technology } = story;
  const who = by ?? scene.planner;
  switch (does.do) {
    case "propose":
      return propose(story, who);
    case "attach":
      return attach(story, who, does);
    case "withdraw-evidence":
      return withdraw(story, who, does);
    case "score":
      return score(story, who, does.sheet);
    case "vote":
      return vote(story, who, does);
    case "ask-waiver":
      return askWaiver(story, who, does);
    case "grant-waiver":
      return grantWaiver(story, who, does.waiver);
    case "settle-drift":
      return settleDrift(story, who, does);
    case "draft-condition":
      return draftCondition(story, who, does);
    case "name-deputy": {
      const from = desk.services.clock.now().slice(0, 10);
      return desk.nameDeputy(who, does.deputy, from, calendar.day(does.until));
    }
    case "state-safeguard":
      return stateSafeguard(story, who, does);
    case "review-safeguard":
      return reviewSafeguard(story, who, does);
    case "invite-committee":
    case "advise-interest":
    case "advise":
    case "answer-committee":
      return takeCommittee(story, who, does);
    case "ask-risk":
    case "accept-risk":
    case "refuse-risk":
      return takeRisk(story, who, does);
    case "offer-piece":
    case "borrow-piece":
    case "put-away":
      return takeSharing(story, who, does);
    case "open-collection":
    case "answer-collection":
    case "close-collection":
      return takeCollection(story, who, does);
    case "open-consultation":
    case "amend-consultation":
    case "contribute":
    case "place-contribution":
    case "hide-contribution":
    case "choose":
    case "minute-hearing":
    case "make-point":
    case "answer-point":
    case "answer-consultation":
      return takeConsultation(story, who, does);
    case "set-feedback-form":
    case "hear":
    case "ask-writer":
    case "extend-answer":
    case "answer-message":
    case "call-writer-back":
    case "rate-answer":
    case "reopen-message":
      return takeFeedback(story, who, does);
    case "wait":
      return;
    default: {
      await desk.ask(who, desk.roleOf(who), technology, await commandOf(story, does));
    }
  }
}
