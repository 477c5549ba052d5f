import type { EvidenceKind } from "../domain/evidence/kinds.ts";
import { ofPilot } from "../domain/technology/state/in-force.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import type { Sample } from "./files/samples.ts";

interface Job {
  readonly key: string;
  /** Who does it. */
  readonly login: string;
  readonly steps: readonly {
    readonly key: string;
    /** English name of a technology of the portfolio. */
    readonly technology: string;
    /** Its page where this is done. */
    readonly at: string;
    readonly files?: readonly string[];
    /** Whether the record says that it is done. */
    readonly done: (technology: Technology, person: string) => boolean;
  }[];
}

const pieces = (technology: Technology, kind: EvidenceKind): number =>
  ofPilot(technology).filter((piece) => piece.kind === kind && piece.state === "in-force").length;

const lamps = "Street-light fault detection";
const signals = "Traffic signal priority";
const models = "Building model check";

/** Four jobs of about five minutes. */
export const jobs: readonly Job[] = [
  {
    key: "planner",
    login: "planner2",
    steps: [
      {
        key: "load",
        technology: lamps,
        at: "/evidence/new",
        files: ["feeder-load.jtl"],
        done: (t) => pieces(t, "load") > 0,
      },
      {
        key: "outages",
        technology: lamps,
        at: "/evidence/new",
        files: ["lighting-outages.csv"],
        done: (t) => pieces(t, "availability") > 0,
      },
      {
        key: "volume",
        technology: lamps,
        at: "/evidence/new",
        files: ["meter-readings.csv"],
        done: (t) => pieces(t, "volume") > 0,
      },
      {
        key: "answers",
        technology: signals,
        at: "/evidence/new",
        files: ["second-shift.csv"],
        done: (t) => pieces(t, "sus") > 1,
      },
      { key: "look", technology: signals, at: "/gates/rollout", done: (t) => t.looks.length > 0 },
    ],
  },
  {
    key: "evaluator",
    login: "evaluator",
    steps: [
      {
        key: "interest",
        technology: models,
        at: "/evaluation",
        done: (t, person) =>
          t.evaluation?.evaluators.some((scorer) => scorer.person === person && scorer.interest !== "undeclared") ??
          false,
      },
      {
        key: "scores",
        technology: models,
        at: "/evaluation/scores",
        done: (t, person) =>
          t.evaluation?.evaluators.some((scorer) => scorer.person === person && scorer.state === "submitted") ?? false,
      },
      { key: "reveal", technology: models, at: "/evaluation", done: (t) => (t.evaluation?.revealed ?? null) !== null },
    ],
  },
  {
    key: "approver",
    login: "approver",
    steps: [
      {
        key: "completion",
        technology: "Air quality grid",
        at: "/gates/completion",
        done: (t) => t.decisions.some(({ gate }) => gate === "completion"),
      },
      {
        key: "rollout",
        technology: "Land register search",
        at: "/gates/rollout",
        done: (t) => t.decisions.some(({ gate }) => gate === "rollout"),
      },
    ],
  },
  {
    key: "reviewer",
    login: "approver3",
    steps: [
      {
        key: "review",
        technology: "Pension eligibility check",
        at: "/safeguards/g2",
        done: (t) => t.safeguards.some(({ item, review }) => item === "g2" && review !== null),
      },
    ],
  },
];

/** Files to try the planner's job with. */
export const samples: readonly { readonly technology: string; readonly sample: Sample }[] = [
  {
    technology: lamps,
    sample: {
      kind: "load",
      tool: "jmeter",
      file: "feeder-load.jtl",
      asks: ["Feeder", "Suspect lamps", "Order"],
      levels: [
        [2, 0.4, 150, 190],
        [4, 0.9, 15, 205],
        [6, 1.41, 230, 240],
        [8, 1.8, 15, 290],
      ],
      spread: 0.34,
    },
  },
  {
    technology: lamps,
    sample: {
      kind: "outages",
      tool: "outages",
      file: "lighting-outages.csv",
      down: [
        [0, 8, 22.5, 35],
        [1, 19, 7, 50],
      ],
      planned: [[0, 13, 10, 60]],
    },
  },
  { technology: lamps, sample: { kind: "volume", file: "meter-readings.csv", runs: 17, share: 1.41, minutes: 30 } },
  {
    technology: signals,
    sample: {
      kind: "sus",
      file: "second-shift.csv",
      shape: "wide",
      people: 96,
      mean: 72.5,
      sd: 13,
      prefix: "second-shift",
    },
  },
];
