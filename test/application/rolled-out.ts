import { submitScores } from "../../src/application/submit-scores.ts";
import { sweepAll } from "../../src/application/sweep.ts";
import { dayNumber, mustAccept } from "../support/house.ts";
import type { House } from "../support/house.ts";

const notHere = {
  applicable: false,
  reason: { text: "Nothing to measure here" },
  floor: null,
  minimumSample: null,
  margin: null,
  anytime: false,
};
export const rubrics = ["recovery-from-failure", "data-handling", "recovery-from-error", "learning"];

/** A day of requests, one every five seconds, as JMeter writes them: fewer hours would not bound a share of one in a hundred. */
export const hoursOfLoad = (): string => {
  const start = Date.parse("2026-03-05T08:00:00Z");
  const rows = Array.from({ length: 17_280 }, (_, n) => `${start + n * 5000},${250 + (n % 7) * 20},ask,200,true`);
  return ["timeStamp,elapsed,label,responseCode,success", ...rows].join("\n");
};

export const answers = (): string => {
  const rows = Array.from(
    { length: 40 },
    (_, n) => `p${n},${n % 3 === 0 ? "4,2,4,2,5,1,4,2,4,2" : "5,1,5,1,5,2,5,1,4,1"}`,
  );
  return ["participant,q1,q2,q3,q4,q5,q6,q7,q8,q9,q10", ...rows].join("\n");
};

/** From draft to an approved rollout, with real files; `meanwhile` happens between the files and the first look. */
export async function rolledOut(
  house: House,
  meanwhile: (technology: string) => Promise<void> = async () => undefined,
): Promise<string> {
  const technology = await house.planned({
    looks: [dayNumber(10), dayNumber(20)],
    indicators: Object.fromEntries(["availability", "headroom", "volume", "task-success"].map((key) => [key, notHere])),
  });
  house.clock.day(1);
  await house.must("planner", technology, { type: "OpenPilot" });
  house.clock.day(5);
  mustAccept(await house.attach(technology, { "run.jtl": hoursOfLoad() }));
  mustAccept(await house.attach(technology, { "sus.csv": answers() }));
  await meanwhile(technology);
  house.clock.day(10);
  await sweepAll(house.services);
  house.clock.day(16);
  await house.vote("approver", technology, "completion");
  await evaluate(house, technology);
  await house.must("planner", technology, {
    type: "PlanRollout",
    waves: [{ name: { text: "All" }, reach: 2, startsOn: dayNumber(30) }],
    guards: [{ indicator: "sus", limit: 60, minimumSample: 12 }],
  });
  await house.must("planner", technology, {
    type: "RecordDrill",
    on: dayNumber(15),
    minutes: 20,
    text: { text: "Went well" },
  });
  house.clock.day(20);
  await sweepAll(house.services);
  await house.must("approver2", technology, { type: "RecordDissent", text: { text: "Too early" } });
  await house.vote("approver", technology, "rollout");
  await house.vote("approver2", technology, "rollout");
  return technology;
}

async function evaluate(house: House, technology: string): Promise<void> {
  const evaluators = ["evaluator", "evaluator2"];
  await house.must("approver", technology, { type: "AssignEvaluators", evaluators });
  for (const person of evaluators) {
    await house.must(person, technology, { type: "DeclareInterest", conflict: false, text: null });
    const items = rubrics.map((item) => ({
      item,
      score: 5,
      evidence: ["e1"],
      comment: { text: `Convincing, says ${person}` },
    }));
    mustAccept(await submitScores(house.services, { ...house.by(person), technology, items }));
  }
}
