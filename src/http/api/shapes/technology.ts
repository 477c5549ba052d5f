import { technologyKinds } from "../../../domain/technology/state/kind.ts";
import { z } from "zod";
import { assertedStages } from "../../../domain/technology/state/imports.ts";
import type { PortfolioRow } from "../../../projections/portfolio/types.ts";
import { day, gate, instant, person, position, stage, tier, wordsShape } from "./words.ts";

export const outcomeShape = z.enum(["pass", "fail", "not-enough-evidence"]);

const row = {
  slug: z.string().meta({ description: "api:about.slug" }),
  id: z.string().meta({ description: "api:about.id" }),
  name: z.string(),
  department: z.string().meta({ description: "api:about.department" }),
  tier: tier().meta({ description: "api:about.tier" }),
  stage: stage().meta({ description: "api:about.stage" }),
  asserted: z.enum(assertedStages).nullable().meta({ description: "api:about.asserted" }),
  held: z.boolean().meta({ description: "api:about.held" }),
  gate: gate().nullable().meta({ description: "api:about.gate" }),
  waitsForDecision: z.boolean(),
  decideBy: day().nullable(),
  conditions: z
    .object({ met: z.int(), waived: z.int(), unmet: z.int(), unknown: z.int() })
    .meta({ description: "api:about.conditions" }),
  outcome: outcomeShape.nullable().meta({ description: "api:about.outcome" }),
  next: z.object({ what: z.string(), on: day() }).nullable().meta({ description: "api:about.next" }),
  late: z.boolean(),
  proposedAt: instant(),
  updatedAt: instant(),
  version: z.int().meta({ description: "api:about.version" }),
  position: position(),
};

/** A technology as lists show it. */
export const rowShape = z.object(row).meta({ id: "TechnologySummary", description: "api:shape.TechnologySummary" });

const figure = z.number().nullable();

/** All of it that is of one piece; what grows has addresses of its own. */
export const technologyShape = z
  .object({
    ...row,
    summary: wordsShape,
    need: wordsShape,
    needOf: wordsShape,
    risks: wordsShape.nullable(),
    proposer: person(),
    sponsor: person(),
    predecessor: z.string().nullable().meta({ description: "api:about.predecessor" }),
    demand: z.object({ users: figure, requestsPerSecond: figure, recordsPerHour: figure }),
    cost: z.object({ pilot: figure, annual: figure, currency: z.string() }),
    kind: z.enum(technologyKinds).nullable().meta({ description: "api:about.kind" }),
    dataClass: z.enum(["core", "important", "general", "unstated"]),
    personalInformation: z.enum(["none", "general", "sensitive", "unstated"]),
    standards: z.array(z.string()),
    passages: z.array(z.object({ stage: stage(), at: instant(), position: position() })),
    lessons: z.array(wordsShape),
  })
  .meta({ id: "Technology", description: "api:shape.Technology" });

export function rowDocument(of: PortfolioRow): z.input<typeof rowShape> {
  const count = (status: string): number => of.conditions.filter((condition) => condition === status).length;
  return {
    slug: of.slug,
    id: of.id,
    name: of.name,
    department: of.department,
    tier: of.tier,
    stage: of.stage,
    asserted: of.asserted,
    held: of.held,
    gate: of.gate,
    waitsForDecision: of.gateWaits,
    decideBy: of.gateDue,
    conditions: { met: count("met"), waived: count("waived"), unmet: count("unmet"), unknown: count("unknown") },
    outcome: of.outcome,
    next: of.nextWhat === null || of.nextDate === null ? null : { what: of.nextWhat, on: of.nextDate },
    late: of.late,
    proposedAt: of.proposedAt,
    updatedAt: of.updatedAt,
    version: of.version,
    position: of.position,
  };
}
