import { z } from "zod";
import { needsFor } from "../../../application/reader.ts";
import type { Technology } from "../../../domain/technology/state/technology.ts";
import type { PortfolioQuery } from "../../../projections/portfolio/types.ts";
import type { Deps } from "../../deps.ts";
import { optionalText } from "../../forms/fields.ts";
import { sorts } from "../../selection/sorts.ts";
import { selectedStates, stateAsked } from "../../selection/states.ts";
import type { Call, TechnologyCall } from "../caller.ts";
import { reading, readingOne } from "../route.ts";
import type { Reply } from "../route.ts";
import { outcomeShape, rowDocument, rowShape, technologyShape } from "../shapes/technology.ts";
import { paging, shownWords, shownOrNone, stage, tier, wordsFor } from "../shapes/words.ts";

const query = paging.extend({
  q: optionalText(200).meta({ description: "api:about.q" }),
  stage: stage().optional().meta({ description: "api:about.stage" }),
  department: z.string().max(100).optional().meta({ description: "api:about.department" }),
  state: z.enum(selectedStates).optional().meta({ description: "api:about.state" }),
  decision: z.enum(["waits", "ready"]).optional().meta({ description: "api:about.decision" }),
  outcome: outcomeShape.optional().meta({ description: "api:about.outcome" }),
  tier: tier().optional().meta({ description: "api:about.tier" }),
  sort: z.enum(sorts).default("date").meta({ description: "api:about.sort" }),
});

type Asked = z.output<typeof query>;

const answer = z
  .object({
    technologies: z.array(rowShape),
    count: z.int().meta({ description: "api:about.count" }),
    countIsLeast: z.boolean().meta({ description: "api:about.countIsLeast" }),
  })
  .meta({ id: "Portfolio", description: "api:shape.Portfolio" });

export const technologiesRoute = reading({
  path: "/technologies",
  id: "listTechnologies",
  tag: "portfolio",
  query,
  answer,
  reply: listTechnologies,
});

export const technologyRoute = readingOne({
  path: "/technologies/{slug}",
  id: "getTechnology",
  tag: "technology",
  answer: technologyShape,
  reply: async (deps, call) => ({ body: await technologyDocument(deps, call) }),
});

function listTechnologies({ services }: Deps, { caller }: Call, asked: Asked): Reply<z.input<typeof answer>> {
  const { portfolio } = services.views;
  const bound = caller.token.technology;
  if (bound !== null) {
    const row = portfolio.byId(bound);
    return {
      body: { technologies: row === null ? [] : [rowDocument(row)], count: row === null ? 0 : 1, countIsLeast: false },
    };
  }
  const page = portfolio.page({ ...wanted(asked), needs: needsFor(services, caller.actor) });
  const technologies = page.rows.map(rowDocument);
  return { body: { technologies, count: page.count, countIsLeast: page.more }, next: page.next };
}

function wanted({
  q,
  state,
  stage: at,
  department,
  decision,
  outcome,
  tier: of,
  after,
  sort,
  limit,
}: Asked): PortfolioQuery {
  return {
    ...(q !== "" && { search: q }),
    ...stateAsked(state),
    ...(at !== undefined && { stage: at }),
    ...(department !== undefined && { department }),
    ...(decision !== undefined && { decision }),
    ...(outcome !== undefined && { outcome }),
    ...(of !== undefined && { tier: of }),
    ...(after !== undefined && { after }),
    sort,
    limit,
  };
}

/** The same for who reads it and for who has just proposed it. */
export async function technologyDocument(deps: Deps, call: TechnologyCall): Promise<z.input<typeof technologyShape>> {
  const { row, technology } = call;
  const { proposal, predecessor, passages, lessons } = technology;
  const words = await wordsFor(deps, call, digestsOf(technology));
  const { kind, demand, cost, dataClass, personalInformation, standards } = proposal;
  return {
    ...rowDocument(row),
    summary: shownWords(words, proposal.summary),
    need: shownWords(words, proposal.need),
    needOf: shownWords(words, proposal.needOf),
    risks: shownOrNone(words, proposal.risks),
    proposer: row.proposer,
    sponsor: proposal.sponsor,
    predecessor,
    demand: { users: demand.users, requestsPerSecond: demand.requestsPerSecond, recordsPerHour: demand.recordsPerHour },
    cost,
    kind: kind ?? null,
    dataClass,
    personalInformation,
    standards: [...standards],
    passages: passages.map(({ stage: entered, at, position }) => ({ stage: entered, at, position })),
    lessons: lessons.map((digest) => shownWords(words, digest)),
  };
}

const digestsOf = ({ proposal, lessons }: Technology): readonly (string | null)[] => [
  proposal.summary,
  proposal.need,
  proposal.needOf,
  proposal.risks,
  ...lessons,
];
