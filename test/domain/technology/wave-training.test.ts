import { describe, it } from "vitest";
import { rolledOutPolicy, trainedStory } from "./wave-training-stories.ts";
import { by, given } from "../../support/technology.ts";

const open = { type: "OpenWave", wave: 1 } as const;
const facts = (policy = rolledOutPolicy) => ({ policy, policies: { 1: policy } });

describe("opening a wave where the policy asks for training", () => {
  it("waits until the training of its sites is on record and accepted", () => {
    given(...trainedStory(null))
      .when(open, by("pia", 45, facts()))
      .thenRefused("TrainingNotAccepted");
    given(...trainedStory({ wave: 2 }))
      .when(open, by("pia", 45, facts()))
      .thenRefused("TrainingUnplanned");
    given(...trainedStory({}))
      .when(open, by("pia", 45, facts()))
      .thenAccepted();
  });

  it("waits until it was held, and enough came and could do it", () => {
    given(...trainedStory({ held: "no" }))
      .when(open, by("pia", 45, facts()))
      .thenRefused("TrainingNotHeld");
    given(...trainedStory({ attended: 5, passed: 5 }))
      .when(open, by("pia", 45, facts()))
      .thenRefused("TrainingFewCame");
    given(...trainedStory({ attended: 10, passed: 7 }))
      .when(open, by("pia", 45, facts()))
      .thenRefused("TrainingFewPassed");
    given(...trainedStory({ attended: 9, passed: 8 }))
      .when(open, by("pia", 45, facts()))
      .thenAccepted();
  });

  it("asks nobody where the pinned policy does not", () => {
    given(...trainedStory(null))
      .when(open, by("pia", 45))
      .thenAccepted();
  });
});
