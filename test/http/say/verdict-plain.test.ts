import { describe, expect, it } from "vitest";
import { plainPolicy } from "../../../src/domain/policy/default/default-policy.ts";
import { scoringVersion } from "../../../src/domain/scoring/method-version.ts";
import { verdictOf } from "../../../src/domain/scoring/sensitivity-evidence.ts";
import type {
  CriterionResult,
  IndicatorResult,
  Verdict,
  VerdictReason,
} from "../../../src/domain/scoring/verdict-types.ts";
import { plainVerdict } from "../../../src/http/say/verdict-plain.ts";
import { restsOn } from "../../../src/http/say/verdict-rests.ts";
import { verdictModel } from "../../../src/http/say/verdict.ts";
import { pilot } from "../../domain/scoring/pilot.ts";
import { aVerdict } from "../../support/technology.ts";
import { aResult, inChinese, inEnglish, plainly } from "./support.ts";

const six = ["availability", "failed-share", "within-share", "headroom", "sus", "task-success"].map((key) =>
  aResult(key),
);

const verdict = (outcome: Verdict["outcome"], over: Partial<Verdict> = {}): Verdict => ({
  ...aVerdict(outcome),
  methodVersion: scoringVersion,
  looks: 1,
  lookConfidence: 0.95,
  indicators: six,
  ...over,
});
const plain = (one: Verdict, language = inEnglish) => {
  const { says, sure } = plainVerdict(language, plainPolicy, one);
  return [says, sure].map((text) => (text === null ? null : plainly(text)));
};
const because = (...reasons: VerdictReason[]) => ({ reasons });

describe("a pass in plain words", () => {
  it("says what clears, and how seldom findings this good would come up by luck", () => {
    expect(plain(verdict("pass"))).toEqual([
      "The evidence passes: each of the 6 points that have a floor clears it, and the overall score of 85 clears the pass mark of 70.",
      "If it were truly worse than any one of its floors, findings this good would come up at most once in 20 pilots.",
    ]);
    expect(plain(verdict("pass"), inChinese)).toEqual([
      "证据表明通过：设有底线的 6 项全部达到底线，总分 85，达到合格线 70。",
      "假如实际情况未达其中任何一条底线，20 次试点中至多 1 次会得出这样好的结果。",
    ]);
  });

  it("of several looks keeps the same error over all of them together", () => {
    const [, sure] = plain(verdict("pass", { looks: 2, lookConfidence: 0.975 }));
    expect(sure).toContain("once in 20 pilots, its 2 planned reviews of the evidence taken together");
    expect(plain(verdict("pass", { confidence: 0.9 }))[1]).toContain("once in 10 pilots");
    expect(plain(verdict("pass", { confidence: 0.97 }))[1]).toContain("once in 33 pilots");
  });

  it("of an earlier method says that today's allows for more", () => {
    expect(plain(verdict("pass", { methodVersion: "0" }))[1]).toContain("worked out by an earlier method (0)");
    expect(plain(verdict("pass"))[1]).not.toContain("earlier method");
  });

  it("without any floor rests on the score", () => {
    expect(plain(verdict("pass", { indicators: [] }))[0]).toBe(
      "The evidence passes: the overall score of 85 clears the pass mark of 70.",
    );
  });
});

describe("a fail in plain words", () => {
  const beyond = (indicator: string, floor: number): VerdictReason => ({
    ...{ code: "indicator-beyond-floor", indicator, bound: 0 },
    floor,
  });

  it("by a floor names it, and how seldom findings this bad would come up by bad luck", () => {
    const [says, sure] = plain(verdict("fail", because(beyond("availability", 0.99))));
    expect(says).toBe(
      "The evidence fails: Availability in agreed hours misses its floor of 99 %. Nothing else makes up for that.",
    );
    expect(sure).toBe("If it truly met every floor, findings this bad would come up at most once in 20 pilots.");
  });

  it("by many names three and counts the rest", () => {
    const reasons = [beyond("availability", 0.99), beyond("sus", 68), beyond("sus@older", 68)];
    const [says] = plain(
      verdict("fail", { reasons: [...reasons, beyond("task-success~baseline", -0.05), beyond("headroom", 1.2)] }),
    );
    expect(says).toMatch(
      /^The evidence fails: Availability .*, SUS, all users misses .*, SUS, all users, .* and 2 more\./,
    );
  });

  it("by the score alone gives the chance, which is no error of a floor", () => {
    const low: VerdictReason = { code: "score-too-low", probability: 0.001, limit: 0.025 };
    expect(plain(verdict("fail", because(low)))).toEqual([
      "The evidence fails: the overall score misses the pass mark of 70. Nothing else makes up for that.",
      "Going by all that was found, the chance that it truly gets there is at most 1 in 40.",
    ]);
    expect(plain(verdict("fail", because(low)), inChinese)).toEqual([
      "证据表明不通过：总分未达合格线 70。其他方面再好也不能弥补。",
      "综合现有结果，实际能够达到的可能至多为 40 分之一。",
    ]);
  });

  it("by a criterion names it with its floor", () => {
    const found = {
      ...{ id: "usability", weight: 0.3, floor: 60, state: "beyond", measuredIndicators: 4, applicableIndicators: 4 },
      score: { mean: 40, lower: 35, upper: 45 },
    } as CriterionResult;
    const reason: VerdictReason = {
      code: "criterion-beyond-floor",
      criterion: "usability",
      probability: 0,
      limit: 0.0036,
    };
    const [says, sure] = plain(verdict("fail", { criteria: [found], reasons: [reason] }));
    expect(says).toContain("Usability misses its floor of 60");
    expect(sure).toContain("at most 1 in 277");
  });
});

describe("not enough evidence in plain words", () => {
  const unknown = (indicator: string): VerdictReason => ({ code: "indicator-unknown", indicator });
  const straddles = (indicator: string): VerdictReason => ({
    code: "indicator-straddles",
    indicator,
    bound: 0.9,
    floor: 0.95,
  });

  it("by one or many says what is not known and what may still turn out either way, and is sure of nothing", () => {
    expect(plain(verdict("not-enough-evidence", because(straddles("within-share"))))).toEqual([
      "The evidence is not enough, neither to pass nor to fail. Measured, but it may still turn out on either side of the floor: Answered within the latency level.",
      null,
    ]);
    const reasons = [
      unknown("learning"),
      unknown("data-handling"),
      unknown("volume"),
      unknown("sus"),
      straddles("headroom"),
    ];
    const [says] = plain(
      verdict("not-enough-evidence", { reasons: [...reasons, { code: "criterion-unknown", criterion: "usability" }] }),
    );
    expect(says).toContain("Processed volume against stated volume and one more. Measured, but");
    expect(says).not.toContain("Usability");
  });

  it("by the whole alone says that the parts are settled", () => {
    const score: VerdictReason = { code: "score-uncertain", probability: 0.9, limit: 0.95 };
    expect(plain(verdict("not-enough-evidence", because(score)))[0]).toBe(
      "The evidence is not enough, neither to pass nor to fail. The overall score may still turn out on either side of the pass mark of 70.",
    );
    const criterion: VerdictReason = {
      code: "criterion-straddles",
      criterion: "capacity",
      probability: 0.9,
      limit: 0.95,
    };
    expect(plain(verdict("not-enough-evidence", because(criterion, score)))[0]).toContain(
      "Every point clears its floor; Data capacity as a whole may still miss its own.",
    );
    expect(plain(verdict("not-enough-evidence", because(straddles("sus"), score)))[0]).not.toContain("overall score");
  });

  it("before the first look says only that", () => {
    expect(plain(verdict("not-enough-evidence", because({ code: "before-first-look" })))).toEqual([
      "The first review date has not come yet.",
      null,
    ]);
  });
});

describe("what a verdict rests on", () => {
  const measured = { measured: { estimate: 1 } };
  const outages = { kind: "availability", outages: 2, downSeconds: 900, upSeconds: 5e6, restoreSeconds: 3600 } as const;
  const service = (over: Partial<IndicatorResult> = {}) =>
    aResult("availability", { ...measured, n: 1438, nUnit: "hours", distribution: outages, ...over });
  const rests = (indicators: readonly IndicatorResult[], language = inEnglish) =>
    plainly(restsOn(language, { indicators }) ?? "");

  const all = [
    service({ marks: ["restore-shown"], restore: { seconds: 3600, by: "drill" } }),
    aResult("failed-share", { ...measured, n: 10_830, nUnit: "slices" }),
    aResult("headroom", { ...measured, n: 60, nUnit: "slices" }),
    aResult("sus", { ...measured, n: 52, nUnit: "respondents" }),
    aResult("sus", { ...measured, id: "sus@older", group: "older", n: 20, nUnit: "respondents" }),
    aResult("task-success", { ...measured, n: 24, nUnit: "participants" }),
    aResult("learning", { ...measured, n: 3, nUnit: "scores" }),
    aResult("recovery-from-error", { ...measured, n: 2, nUnit: "scores" }),
    aResult("volume", { state: "unknown" }),
  ];

  it("is told in hours, days and people", () => {
    expect(rests(all)).toBe(
      "It rests on 30 hours of load, 60 days of service with 2 outages (a restore time of 1 h shown by drills), SUS answers of 52 people, tasks tried by 24 people and the scores of 3 evaluators.",
    );
    expect(rests(all, inChinese)).toBe(
      "依据：30 小时负载测试、60 天运行记录（中断 2 次，恢复时间 1 小时由演练证实）、52 人的 SUS 答卷、24 人的任务测试和 3 名评估人的评分。",
    );
  });

  it("says where the restore time was promised, assumed, or shown by outages", () => {
    expect(rests([service()])).toContain("2 outages (taking the restore time of 1 h that the plan promises)");
    const unshown = { marks: ["restore-unshown"], restore: { seconds: 43_200, by: "unshown" } } as const;
    expect(rests([service(unshown)])).toContain("(no restore time shown yet, so 12 h assumed)");
    expect(rests([service({ restore: { seconds: 5400, by: "outage" } })])).toContain("1 h 30 min shown by outages");
    expect(rests([service({ restore: { seconds: 5400, by: "newer" } })])).toContain("shown by drills and outages");
  });

  it("is short where little was collected, and nothing where nothing was", () => {
    const none = { ...outages, outages: 0 };
    expect(rests([service({ n: 30, distribution: none })])).toContain("30 hours of service with no outage (");
    expect(rests([aResult("failed-share", { ...measured, n: 1010, nUnit: "slices" })])).toBe(
      "It rests on 2.8 hours of load.",
    );
    expect(rests([aResult("failed-share", { ...measured, n: 60, nUnit: "slices" })])).toBe(
      "It rests on 10 minutes of load.",
    );
    expect(restsOn(inEnglish, { indicators: [aResult("sus", { state: "unknown" })] })).toBeNull();
  });
});

describe("the verdict of a whole pilot", () => {
  it("of today's method says everything in both languages", () => {
    for (const language of [inEnglish, inChinese]) {
      for (const found of [
        verdictOf(pilot()),
        verdictOf(pilot({ pieces: [] })),
        verdictOf(pilot({ rubricScores: [] })),
      ]) {
        const { why, sure, rests, detail, settles } = verdictModel(language, plainPolicy, found);
        expect([why, sure, rests, detail, settles?.text].join(" ")).not.toMatch(/verdict:|indicators:|\{\{|NaN/);
      }
    }
  });

  it("tells what it rests on, and in the open case what comes first", () => {
    const open = verdictModel(inEnglish, plainPolicy, verdictOf(pilot({ rubricScores: [] })));
    expect(open.why).toContain("Not known yet: Recovery from failure");
    expect(open.sure).toBeUndefined();
    expect(open.settles?.label).toBe("What would settle it, first things first");
    expect(open.settles?.text).toBe(
      "Recovery from failure, Data handling and interfaces, Recovery from error and Learning to use it: at least 2 scores each.",
    );
    const pass = verdictModel(inEnglish, plainPolicy, verdictOf(pilot()));
    expect(pass.why).toContain("each of the 11 points that have a floor clears it");
    expect(pass.rests).toContain("90 days of service with 3 outages");
    expect(pass.detail).toBeUndefined();
  });
});
