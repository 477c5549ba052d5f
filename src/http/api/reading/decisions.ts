import { z } from "zod";
import { driftOf } from "../../../domain/technology/gate/drift.ts";
import { unsettled } from "../../../domain/technology/gate/settle.ts";
import type { Decided } from "../../../domain/technology/state/gate.ts";
import { technologyOf } from "../../../domain/technology/streams.ts";
import type { Deps } from "../../deps.ts";
import { pathValue } from "../../request-values.ts";
import { piecesByDigest } from "../../say/marks.ts";
import type { Call, TechnologyCall } from "../caller.ts";
import { reaches } from "../caller.ts";
import { ApiProblem } from "../problem.ts";
import { reading, readingOne } from "../route.ts";
import { conditionDocument, conditionShape, verdictDocument, verdictShape } from "../shapes/gate.ts";
import { pageOf } from "../shapes/page-of.ts";
import {
  day,
  gate,
  instant,
  paging,
  person,
  position,
  shownWords,
  shownOrNone,
  tier,
  wordsFor,
  wordsShape,
} from "../shapes/words.ts";
import type { Words } from "../shapes/words.ts";

const option = z.enum(["approve", "approve-with-conditions", "return", "reject", "abstain"]);

const decisionShape = z
  .object({
    position: position(),
    technology: z.string().meta({ description: "api:about.slug" }),
    gate: gate(),
    outcome: z.enum(["approve", "approve-with-conditions", "return", "reject"]),
    at: instant(),
    tier: tier(),
    policy: z.int().meta({ description: "api:about.policy" }),
    quorum: z.int(),
    eligible: z.int(),
    ground: z.string().meta({ description: "api:about.ground" }),
    drifted: z.boolean().meta({ description: "api:about.drifted" }),
    conditions: z.array(conditionShape),
    imposed: z.array(z.object({ condition: z.string(), text: wordsShape, owner: person(), dueOn: day() })),
    verdict: verdictShape.nullable(),
    evidence: z.array(z.object({ evidence: z.string(), digest: z.string() })),
    votes: z.array(z.object({ person: person(), onBehalfOf: person().nullable(), option, reason: wordsShape })),
    dissents: z.array(wordsShape),
    lessons: wordsShape.nullable(),
    methods: z.record(z.string(), z.string()).meta({ description: "api:about.methods" }),
  })
  .meta({ id: "Decision", description: "api:shape.Decision" });

export const decisionsRoute = readingOne({
  path: "/technologies/{slug}/decisions",
  id: "listDecisions",
  tag: "gate",
  query: paging,
  answer: z
    .object({ decisions: z.array(decisionShape) })
    .meta({ id: "DecisionList", description: "api:shape.DecisionList" }),
  reply: async (deps, call, asked) => {
    const { part, next } = pageOf(call.technology.decisions, ({ position: at }) => String(at), asked);
    return { body: { decisions: await documentsOf(deps, call, part) }, next };
  },
});

export const decisionRoute = reading({
  path: "/decisions/{position}",
  id: "getDecision",
  tag: "gate",
  answer: decisionShape,
  problems: ["not-found"],
  reply: async (deps, call) => ({ body: await decisionAt(deps, call, Number(pathValue(call.req, "position"))) }),
});

/** @throws ApiProblem not-found, for one of a technology that the token is not for too */
async function decisionAt(deps: Deps, call: Call, at: number) {
  const { views, ledger } = deps.services;
  const [event] = Number.isSafeInteger(at) && at > 0 ? await ledger.readAll(at - 1, 1) : [];
  const id = event?.type === "GateDecided" ? technologyOf(event.stream) : null;
  const row = id === null || !reaches(call.caller, id) ? null : views.portfolio.byId(id);
  const technology = row === null ? null : await views.technologyState(row.id);
  const decided = technology?.decisions.find(({ position: stands }) => stands === at);
  if (row === null || technology === null || decided === undefined) throw new ApiProblem("not-found");
  const [document] = await documentsOf(deps, { ...call, row, technology }, [decided]);
  if (document === undefined) throw new ApiProblem("not-found");
  return document;
}

async function documentsOf(deps: Deps, call: TechnologyCall, decisions: readonly Decided[]) {
  const words = await wordsFor(deps, call, decisions.flatMap(digestsOf));
  return decisions.map((decided) => decisionDocument(deps, call, decided, words));
}

const digestsOf = ({ record, conditions, lessons }: Decided): readonly (string | null)[] => [
  ...record.votes.map(({ reason }) => reason),
  ...record.dissents,
  ...conditions.map(({ text }) => text),
  lessons,
];

function decisionDocument(
  { services }: Deps,
  { language, row, technology }: TechnologyCall,
  decided: Decided,
  words: Words,
): z.input<typeof decisionShape> {
  const { record, conditions, lessons } = decided;
  const policy = services.views.policies.pinnedBy(record, technology.tier);
  const newest = services.views.policies.pinnedBy(technology.plan, technology.tier);
  const drift = driftOf(decided, technology, newest, services.today());
  return {
    position: decided.position,
    technology: row.slug,
    gate: decided.gate,
    outcome: decided.outcome,
    at: decided.at,
    tier: decided.tier,
    policy: record.policyVersion,
    quorum: record.quorum,
    eligible: record.eligible,
    ground: record.ground,
    drifted: unsettled(technology, decided.position, drift).length > 0,
    conditions: record.conditions.map((condition) => conditionDocument(language, policy, condition)),
    imposed: conditions.map(({ condition, text, owner, dueOn }) => ({
      condition,
      text: shownWords(words, text),
      owner,
      dueOn,
    })),
    verdict: record.verdict === null ? null : verdictDocument(record.verdict, piecesByDigest(record.evidence)),
    evidence: record.evidence.map(({ evidence, digest }) => ({ evidence, digest })),
    votes: record.votes.map((vote) => ({
      person: vote.person,
      onBehalfOf: vote.onBehalfOf ?? null,
      option: vote.option,
      reason: shownWords(words, vote.reason),
    })),
    dissents: record.dissents.map((digest) => shownWords(words, digest)),
    lessons: shownOrNone(words, lessons),
    methods: { ...record.methods },
  };
}
