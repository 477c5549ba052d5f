import { technologyKinds } from "../../../domain/technology/state/kind.ts";
import { z } from "zod";
import { propose } from "../../../application/propose.ts";
import type { Raw } from "../../../application/raw-command.ts";
import type { Proposal } from "../../../domain/technology/state/proposal.ts";
import { tiers } from "../../../domain/words/tier.ts";
import type { Deps } from "../../deps.ts";
import type { Call } from "../caller.ts";
import { ApiProblem } from "../problem.ts";
import { technologyDocument } from "../reading/portfolio.ts";
import { writing } from "../route.ts";
import type { Reply } from "../route.ts";
import { amount, text, textOrNone } from "../shapes/fields.ts";
import { technologyShape } from "../shapes/technology.ts";
import { enteredBy, note, submissionBy } from "./submitted.ts";
import { unseenOf } from "./similar.ts";

const missing = "proposal:missing";

const proposalBody = z
  .strictObject({
    name: text(120, `${missing}.name`),
    summary: text(1000, `${missing}.summary`),
    need: text(4000, `${missing}.need`),
    needOf: text(1000, `${missing}.needOf`),
    department: text(100, `${missing}.department`).meta({ description: "api:about.department" }),
    sponsor: text(100, `${missing}.sponsor`).meta({ description: "api:about.person" }),
    demand: z
      .strictObject({ users: amount(), requestsPerSecond: amount(), recordsPerHour: amount() })
      .default({ users: null, requestsPerSecond: null, recordsPerHour: null }),
    cost: z
      .strictObject({
        pilot: amount(),
        annual: amount(),
        currency: z.string().max(3).default("").meta({ description: "api:about.currency" }),
      })
      .default({ pilot: null, annual: null, currency: "" }),
    tier: z.enum([...tiers, "open"], "proposal:missing.tier").meta({ description: "api:about.tierStated" }),
    kind: z.enum(technologyKinds).nullable().default(null).meta({ description: "api:about.kind" }),
    dataClass: z.enum(["core", "important", "general", "unstated"], "proposal:missing.dataClass"),
    personalInformation: z.enum(["none", "general", "sensitive", "unstated"], "proposal:missing.personalInformation"),
    standards: z.array(text(200)).max(100, "errors:field.tooMany").default([]),
    risks: textOrNone(4000),
    similarSeen: z
      .array(text(200))
      .max(100, "errors:field.tooMany")
      .default([])
      .meta({ description: "api:about.similarSeen" }),
    predecessor: z.string().max(60).nullable().default(null).meta({ description: "api:about.predecessor" }),
  })
  .meta({ id: "Proposal", description: "api:shape.Proposal" });

type Body = z.output<typeof proposalBody>;

export const proposeRoute = writing({
  path: "/technologies",
  id: "proposeTechnology",
  tag: "portfolio",
  scope: "propose",
  matching: "never",
  body: proposalBody,
  answer: technologyShape,
  reply: proposed,
});

async function proposed(deps: Deps, call: Call, body: Body): Promise<Reply<z.input<typeof technologyShape>>> {
  const { services } = deps;
  // What does not exist yet is nothing that a token for one technology could be for.
  if (call.caller.token.technology !== null) throw new ApiProblem("forbidden");
  const by = submissionBy(call, "propose");
  const unseen = await unseenOf(services, call, body, by.commandId);
  if (unseen.length > 0) throw new ApiProblem("refused", unseen);
  const outcome = await propose(services, { ...by, proposal: proposalOf(body), predecessor: body.predecessor });
  const { fresh, payload } = enteredBy(outcome, call);
  note(deps, call, fresh);
  const row = services.views.portfolio.bySlug(String(payload["slug"]));
  const technology = row === null ? null : await services.views.technologyState(row.id);
  if (row === null || technology === null) throw new Error("What was proposed is not in the views that caught up");
  return {
    status: fresh ? 201 : 200,
    body: await technologyDocument(deps, { ...call, row, technology }),
    version: technology.version,
    ...(fresh && { location: `/technologies/${row.slug}` }),
  };
}

/** As the command takes it. A tier left open counts as IV. */
const proposalOf = ({ predecessor: _, kind, ...body }: Body): Raw<Proposal> => ({
  ...body,
  ...(kind !== null && { kind }),
  summary: { text: body.summary },
  need: { text: body.need },
  needOf: { text: body.needOf },
  cost: { ...body.cost, currency: body.cost.currency.toUpperCase() },
  tier: body.tier === "open" ? "IV" : body.tier,
  tierStated: body.tier !== "open",
  risks: body.risks === null ? null : { text: body.risks },
  similarSeen: [...new Set(body.similarSeen)],
});
