import { z } from "zod";
import { safeguardKinds } from "../../../domain/safeguard-kinds/kinds.ts";
import type { SafeguardKind } from "../../../domain/safeguards/kind.ts";
import { standingOf } from "../../../domain/safeguards/standing.ts";
import { gatesAsking } from "../../../domain/policy/conditions-for.ts";
import { readingOne } from "../route.ts";
import { day, gate, instant } from "../shapes/words.ts";

const statement = z.object({
  item: z.string().meta({ description: "api:about.risk", examples: ["g1"] }),
  state: z.enum(["drafted", "submitted", "returned", "in-force", "lapsed", "reopened", "dropped"]),
  unanswered: z.array(z.string()).meta({ description: "api:about.unanswered" }),
  statedAt: instant(),
  reviewedAt: instant().nullable(),
  until: day().nullable(),
});

const kindShape = z
  .object({
    safeguard: z.string().meta({ description: "api:about.safeguard" }),
    name: z.string(),
    applies: z.enum(["yes", "no", "unknown"]).meta({ description: "api:about.applies" }),
    askedAt: z.array(gate()).meta({ description: "api:about.askedAt" }),
    statements: z.array(statement),
  })
  .meta({ id: "Safeguard", description: "api:shape.Safeguard" });

/** Where each statement stands; what it answers is for its own page. */
export const safeguardsRoute = readingOne({
  path: "/technologies/{slug}/safeguards",
  id: "listSafeguards",
  tag: "technology",
  answer: z
    .object({ safeguards: z.array(kindShape) })
    .meta({ id: "SafeguardList", description: "api:shape.SafeguardList" }),
  reply: ({ services }, { technology, language }) => {
    const policy = services.views.policies.pinnedBy(technology.plan, technology.tier);
    const today = services.today();
    const statementsOf = (kind: SafeguardKind): z.input<typeof statement>[] =>
      technology.safeguards
        .filter((safeguard) => safeguard.kind === kind.key)
        .map((safeguard) => {
          const { state, unanswered, until } = standingOf(kind, safeguard, technology, policy, today);
          return {
            item: safeguard.item,
            state: safeguard.dropped === null ? state : "dropped",
            unanswered: [...unanswered],
            statedAt: safeguard.stated.at,
            reviewedAt: safeguard.review?.at ?? null,
            until,
          };
        });
    return {
      body: {
        safeguards: safeguardKinds.map((kind: SafeguardKind) => ({
          safeguard: kind.key,
          name: language.t(`safeguards/${kind.key}:name`),
          applies: kind.applies?.(technology, today) ?? "yes",
          askedAt: [...gatesAsking(policy, technology.tier, kind.key)],
          statements: statementsOf(kind),
        })),
      },
    };
  },
});
