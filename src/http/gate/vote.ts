import type { Request, Response } from "express";
import { z } from "zod";
import { onTechnology } from "../../application/on-technology.ts";
import type { Outcome } from "../../application/outcome.ts";
import { submitCommand } from "../command-form.ts";
import type { Deps } from "../deps.ts";
import { choice, optionalText, reference, requiredText } from "../forms/fields.ts";
import type { Form } from "../forms/form.ts";
import { submission } from "../submission.ts";
import { done } from "../page.ts";
import { technologyPage } from "../technology-page.ts";
import { showGate } from "./gate.ts";
import { gateOf } from "./gate-parts.ts";

export const voteSchema = z.object({
  option: choice(["approve", "approve-with-conditions", "return", "reject", "abstain"], {
    missing: "gate:decision.optionMissing",
  }),
  reason: requiredText(4000, { missing: "gate:decision.reasonMissing" }),
  lessons: optionalText(4000),
  onBehalfOf: optionalText(100),
  ground: reference(),
});

/** A vote on the ground the form showed; where it completes the quorum, the decision. */
export function castVote(deps: Deps) {
  return async (req: Request, res: Response, form: Form<z.output<typeof voteSchema>>): Promise<void> => {
    const { row, at } = await technologyPage(deps.services, req, res);
    const gate = gateOf(req);
    await submitCommand(deps.services, form, {
      // The ground says what was seen; other votes since then change nothing about it.
      by: (filled) => submission(res, { ...filled, version: null }, "approver"),
      task: ({ option, reason, lessons, onBehalfOf, ground }) =>
        onTechnology(row.id, {
          type: "CastVote",
          gate,
          option,
          reason: { text: reason },
          ground,
          onBehalfOf: onBehalfOf === "" ? null : onBehalfOf,
          lessons: lessons === "" ? null : { text: lessons },
        }),
      again: (refused) => showGate(deps, req, res, refused),
      done: (_, outcome) =>
        done(res, at(`gates/${gate}`), closedBy(outcome) ? "gate:decision.closedDone" : "gate:decision.voteDone"),
    });
  };
}

const closedBy = (outcome: Outcome): boolean =>
  outcome.kind === "accepted" && outcome.events.some(({ type }) => type === "GateDecided");
