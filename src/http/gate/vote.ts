import type { Request, Response } from "express";
import { z } from "zod";
import { handle } from "../../application/handle.ts";
import { onTechnology } from "../../application/on-technology.ts";
import type { Deps } from "../deps.ts";
import { choice, optionalText, reference, requiredText } from "../forms/fields.ts";
import type { Form } from "../forms/form.ts";
import { submission, unsettled } from "../outcome.ts";
import { done } from "../page.ts";
import { placesOf, theTechnology } from "../technology-page.ts";
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
    if (!form.valid) return showGate(deps, req, res, form);
    const row = await theTechnology(deps.services, req);
    const gate = gateOf(req);
    const { option, reason, lessons, onBehalfOf, ground } = form.values;
    const outcome = await handle(
      deps.services,
      submission(res, { ...form, version: null }, "approver"),
      onTechnology(row.id, {
        type: "CastVote",
        gate,
        option,
        reason: { text: reason },
        ground,
        onBehalfOf: onBehalfOf === "" ? null : onBehalfOf,
        lessons: lessons === "" ? null : { text: lessons },
      }),
    );
    const again = unsettled(form, outcome);
    if (again !== null) return showGate(deps, req, res, again);
    const closed = outcome.kind === "accepted" && outcome.events.some(({ type }) => type === "GateDecided");
    done(res, placesOf(row)(`gates/${gate}`), closed ? "gate:decision.closedDone" : "gate:decision.voteDone");
  };
}
