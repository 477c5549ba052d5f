import type { Policy } from "../../../src/domain/policy/policy.ts";
import type { SafeguardRow } from "../../../src/domain/technology/state/safeguards.ts";
import { after, careful, houseNumbers, reviewing, stating } from "../../support/safeguards.ts";
import { aPiece, aPolicy, by, happened } from "../../support/technology.ts";
import type { Happened } from "../../support/technology.ts";
import { approved, drilled } from "./rollout-stories.ts";

const plain = aPolicy();

/** Asks the rollout gate for training. */
export const rolledOutPolicy: Policy = {
  ...plain,
  safeguards: houseNumbers,
  gates: {
    ...plain.gates,
    rollout: {
      ...plain.gates.rollout,
      conditions: [...plain.gates.rollout.conditions, { key: "training", waivable: true, deferrable: true }],
    },
  },
};

/** Approved and rehearsed, with the careful course changed in this and accepted; null: nothing is stated. */
export function trainedStory(course: Partial<SafeguardRow> | null): readonly Happened[] {
  const proof = aPiece(4, { kind: "document", statistics: { kind: "document" } });
  const story = [...approved(), drilled(), happened("EvidenceAttached", proof, "pia", 43)];
  if (course === null) return story;
  const [careful1] = careful.training.courses;
  const whole = { ...careful1, ...course } as SafeguardRow;
  const { heldOn, attended, passed, heldProof, ...planned } = whole as { readonly [question: string]: never };
  const row = whole["held"] === "no" ? planned : { ...planned, heldOn, attended, passed, heldProof };
  const facts = { policy: rolledOutPolicy, policies: { 1: rolledOutPolicy } };
  const answers = { contents: careful.training.contents, courses: [row as SafeguardRow] };
  const stated = after(story, stating(story, "training", answers), by("pia", 44, facts));
  return after(stated, reviewing(stated, "training"), by("abel", 44, facts));
}
