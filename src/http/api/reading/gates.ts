import { z } from "zod";
import { gateView } from "../../../application/gate.ts";
import { gates } from "../../../domain/policy/policy.ts";
import type { Deps } from "../../deps.ts";
import { pathValue } from "../../request-values.ts";
import { piecesByDigest } from "../../say/marks.ts";
import type { TechnologyCall } from "../caller.ts";
import { ApiProblem } from "../problem.ts";
import { readingOne } from "../route.ts";
import { conditionDocument, conditionShape, verdictDocument, verdictShape } from "../shapes/gate.ts";
import { day, gate, instant, person, position, shownWords, wordsFor, wordsShape } from "../shapes/words.ts";

const gateShape = z
  .object({
    gate: gate(),
    open: z.boolean().meta({ description: "api:about.open" }),
    decision: position().nullable().meta({ description: "api:about.decided" }),
    quorum: z.int(),
    votes: z.int().meta({ description: "api:about.votes" }),
    conditions: z.array(conditionShape),
  })
  .meta({ id: "Gate", description: "api:shape.Gate" });

export const gateRoute = readingOne({
  path: "/technologies/{slug}/gates/{gate}",
  id: "getGate",
  tag: "gate",
  answer: gateShape,
  reply: async (deps, call) => ({ body: await gateDocument(deps, call) }),
});

async function gateDocument({ services }: Deps, { req, language, row, technology }: TechnologyCall) {
  const asked = gates.find((name) => name === pathValue(req, "gate"));
  const view = asked === undefined ? null : await gateView(services, row.id, asked);
  if (view === null) throw new ApiProblem("not-found");
  // A gate that was decided shows what lay before the approvers.
  const decided = view.open ? undefined : technology.decisions.findLast((decision) => decision.gate === view.gate);
  const conditions = decided?.record.conditions ?? view.conditions;
  return {
    gate: view.gate,
    open: view.open,
    decision: decided?.position ?? null,
    quorum: view.quorum,
    votes: decided?.record.votes.length ?? view.votes.filter(({ cause }) => cause === null).length,
    conditions: conditions.map((condition) => conditionDocument(language, view.policy, condition)),
  };
}

export const imposedShape = z
  .object({
    condition: z.string().meta({ description: "api:about.condition" }),
    decision: position(),
    gate: gate(),
    text: wordsShape,
    owner: person(),
    dueOn: day(),
    fulfilledAt: instant().nullable(),
  })
  .meta({ id: "ImposedCondition", description: "api:shape.ImposedCondition" });

export const imposedRoute = readingOne({
  path: "/technologies/{slug}/conditions",
  id: "listImposedConditions",
  tag: "gate",
  scopes: ["fulfil"],
  answer: z
    .object({ conditions: z.array(imposedShape) })
    .meta({ id: "ImposedConditionList", description: "api:shape.ImposedConditionList" }),
  reply: async (deps, call) => ({ body: { conditions: await imposedDocuments(deps, call) } }),
});

export async function imposedDocuments(deps: Deps, call: TechnologyCall): Promise<z.input<typeof imposedShape>[]> {
  const { conditions } = call.technology;
  const words = await wordsFor(
    deps,
    call,
    conditions.map(({ text }) => text),
  );
  return conditions.map(({ condition, decision, gate: of, text, owner, dueOn, fulfilledAt }) => ({
    condition,
    decision,
    gate: of,
    text: shownWords(words, text),
    owner,
    dueOn,
    fulfilledAt,
  }));
}

const verdictsShape = z
  .object({
    looks: z.array(
      z.object({ look: z.int(), of: z.int(), at: instant(), position: position(), verdict: verdictShape }),
    ),
    interim: verdictShape.nullable().meta({ description: "api:about.interim" }),
  })
  .meta({ id: "Verdicts", description: "api:shape.Verdicts" });

export const verdictsRoute = readingOne({
  path: "/technologies/{slug}/verdicts",
  id: "listVerdicts",
  tag: "gate",
  answer: verdictsShape,
  reply: async (deps, call) => ({ body: await verdictsDocument(deps, call) }),
});

async function verdictsDocument({ services }: Deps, { row, technology }: TechnologyCall) {
  const view = technology.plan === null ? null : await gateView(services, row.id, "rollout");
  const interim = view === null || technology.evidence.length === 0 ? null : await view.interim();
  const pieces = piecesByDigest(technology.evidence);
  return {
    looks: technology.looks.map(({ look, of, at, position: stands, verdict }) => ({
      look,
      of,
      at,
      position: stands,
      verdict: verdictDocument(verdict, pieces),
    })),
    interim: interim === null ? null : verdictDocument(interim, pieces),
  };
}
