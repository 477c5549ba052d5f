import { expect } from "vitest";
import { groups } from "./journey-grave.ts";
import { accept, begin, fillAnswers, state } from "./journey-statements.ts";
import type { Story } from "./journey-story.ts";
import { texts } from "./journey-texts.ts";

const words = {
  why: { en: "As the law for carers says.", zh: "按照护理法规。" },
  logic: { en: "It counts hours of care.", zh: "它统计护理小时数。" },
  finding: { en: "Two letters lacked a reason.", zh: "两封信没有写理由。" },
  set: { en: "Care cases", zh: "护理申请" },
  supplier: { en: "Qingyan Software", zh: "青砚软件" },
  auditor: { en: "Hetai Audit", zh: "禾泰审计" },
  interface: { en: "Care budgets", zh: "护理经费" },
  outside: { en: "The province's ledger", zh: "省级账目系统" },
};

/** Those who wrote a technology never review it. */
const reviewer = "evaluator";

/** A thousand people whose living hangs on it: the assessment brings the gravest tier. */
export async function assessedGrave(story: Story): Promise<void> {
  const planner = await begin(story, "planner3", "impact-assessment");
  await fillAnswers(planner, "impact-assessment", {
    people: "most",
    scale: "city",
    rights: "liberty",
    automation: "proposes",
    review: "before",
    reasons: "rules",
  });
  await planner.press(planner.t("safeguards:form.submit"));
  await accept(story, reviewer, "impact-assessment");
  expect((await story.technology()).tier).toBe("IV");
}

export async function personal(story: Story): Promise<void> {
  const why = story.say(words.why);
  await state(story, "planner3", "personal-impact", {
    ...{ sensitive: "yes", sensitiveWhy: why, automated: "no", automatedWhy: why, passedOn: "no", passedOnWhy: why },
    ...{ abroad: "no", abroadWhy: why, majorEffect: "yes", majorEffectWhy: why },
    ...{ purpose: why, effects: why, measures: why, madeOn: story.today() },
  });
  await accept(story, "evaluator2", "personal-impact");
  await story.desk.decide(await story.id(), "admission", "approve", texts.admit);
}

export async function dataRecorded(story: Story): Promise<void> {
  const [why, setName] = [story.say(words.why), story.say(words.set)];
  await state(story, "planner3", "data-record", {
    sets: [
      {
        ...{ setName, holds: why, object: "publicInterest", degree: "serious", personal: "sensitive", purposes: why },
        ...{ basis: "duty", retentionUnit: "years", retention: 3, shared: "no", abroad: "no" },
        ...{ modality: ["tables", "text"], quantities: "9,000", completeness: why },
      },
      {
        ...{ setName: `${setName} 2`, holds: why, object: "rights", degree: "general", personal: "none" },
        ...{ retentionUnit: "lasting", shared: "no", abroad: "no" },
      },
    ],
    promised: "yes",
    promises: [
      {
        promisedSet: setName,
        promisedTo: story.say({ en: "Social Security", zh: "社会保障局" }),
        promisedBy: story.today(300),
        promiseKept: "no",
      },
    ],
  });
  await accept(story, reviewer, "data-record");
}

export async function algorithm(story: Story): Promise<void> {
  const why = story.say(words.logic);
  await state(story, "planner3", "algorithm-dossier", {
    ...{ decides: "supports", version: "2.1", purpose: why, logic: why, data: why, limits: why },
    ...{ explained: why, explainedVersion: "2.1", review: "each", reviewHow: why, contest: why },
    ...{ filing: "no", filingWhy: why, website: "https://care.example.org/how", team: story.say(words.set) },
  });
  await accept(story, reviewer, "algorithm-dossier");
  await state(story, "planner3", "supplier-ties", {
    anybody: "yes",
    ties: [
      { organisation: story.say(words.supplier), relation: "supplied", tiedFrom: "2024-01-01", companyNumber: "9131X" },
    ],
  });
  await accept(story, reviewer, "supplier-ties");
}

/** Whoever supplied it is refused by the path that ties them to it; somebody else audits it. */
export async function audited(story: Story): Promise<void> {
  const { evidence } = await story.technology();
  const report = evidence[0]?.evidence ?? "";
  const why = story.say(words.finding);
  const planner = await begin(story, "planner3", "independent-audit");
  await fillAnswers(planner, "independent-audit", {
    ...{ auditor: story.say(words.supplier), independent: "yes", version: "2.1", scope: why },
    ...{ begunOn: story.today(-20), reportedOn: story.today(-1), report: [report], found: "yes" },
    findings: [{ severity: "minor", finding: why, remedyBy: story.today(60), remedied: "no" }],
    ...{ opinion: "favourable", opinionWhy: why, validUntil: story.today(400) },
  });
  await planner.press(planner.t("safeguards:form.submit"), { status: 409 });
  await fillAnswers(planner, "independent-audit", { auditor: story.say(words.auditor) });
  await planner.press(planner.t("safeguards:form.submit"));
  await accept(story, reviewer, "independent-audit");
  const outcomes = evidence.filter(({ kind }) => kind === "outcomes").map((piece) => piece.evidence);
  const reading = groups.join(" / ");
  await state(story, "planner3", "bias", { version: "2.1", outcomes, reading, done: why });
  await accept(story, reviewer, "bias");
}

export async function connected(story: Story): Promise<void> {
  const standard = `${story.say({ en: "Calls between offices", zh: "部门间调用接口" })} 1.0`;
  const shows = (await story.technology()).evidence[0]?.evidence ?? "";
  await state(story, "planner3", "conformance", { standard, evidence: [shows], whole: "yes" });
  await accept(story, reviewer, "conformance");
  await state(story, "planner3", "interfaces", {
    exchanges: "yes",
    interfaces: [
      {
        ...{ name: story.say(words.interface), direction: "consumes", kind: "file", data: story.say(words.set) },
        ...{ audience: "own-staff", outside: story.say(words.outside) },
      },
    ],
  });
  await accept(story, reviewer, "interfaces");
}

/** The longest form: each section leads there, is counted and saved where one is. */
export async function longForm(story: Story): Promise<void> {
  const planner = await begin(story, "planner3", "aia");
  const { t } = planner.language;
  await fillAnswers(planner, "aia", { projectDetailsPhase: "item1", riskProfile1: "item2-0" });
  await planner.reads(t("safeguards:form.answered", { answered: 1, asked: 1 }));
  await planner.page.getByRole("link", { name: t("safeguards/aia:section.risk"), exact: true }).click();
  await planner.page
    .locator('[data-part="risk"]')
    .getByRole("button", { name: t("drafts:save") })
    .click();
  await planner.reads(t("drafts:savedDone"));
  expect(new URL(planner.page.url()).hash).toBe("#part-risk");
  await planner.press(t("safeguards:form.keep"));
}

/** Every condition stands; those who decide see it, and the auditor reads the record for the public. */
export async function decidedGrave(story: Story): Promise<void> {
  const id = await story.id();
  const approver = await story.as("approver");
  await approver.open(`${story.path}/gates/rollout`);
  await story.desk.decide(id, "rollout", "approve", texts.approve);
  const auditor = await story.as("auditor");
  const { t } = auditor.language;
  for (const page of ["safeguards", "public-record", "committee"]) await auditor.open(`${story.path}/${page}`);
  await auditor.open(`${story.path}/public-record`);
  await auditor.reads("9131X");
  await auditor.open("/interfaces");
  await auditor.open("/policy");
  await auditor.open("/ledger");
  await auditor.press(t("ledger:verifyButton"));
  await auditor.reads(t("ledger:verified.whole"));
}
