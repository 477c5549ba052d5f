import { digestOfAnswers } from "../../../../src/domain/safeguards/answers.ts";
import { safeguardKinds } from "../../../../src/domain/safeguard-kinds/kinds.ts";
import type { SafeguardKey } from "../../../../src/domain/safeguard-kinds/kinds.ts";
import { conformanceKey, versionQuestion } from "../../../../src/domain/technology/state/declared-versions.ts";
import { safeguardsOf } from "../../../../src/domain/technology/state/safeguards.ts";
import type { Safeguard, SafeguardAnswers } from "../../../../src/domain/technology/state/safeguards.ts";
import type { CommandOf, Technology } from "../../../../src/domain/technology/state/technology.ts";
import { addDays } from "../../../../src/domain/words/days.ts";
import type { Standard } from "../../../../src/domain/standards/standard.ts";
import { careful } from "../../../support/safeguards.ts";
import { day, digest, noText, text } from "../../../support/technology.ts";
import type { Dice } from "./dice.ts";

/** One standard whose first version may be told to end, as an administrator would. */
export const register = (endsOn: string | null): { readonly [standard: string]: Standard } => ({
  "city-api": {
    ...{ standard: "city-api", kind: "interface", name: { en: "City", zh: "城市" }, erased: [], texts: [] },
    owner: { kind: "department", department: "health" },
    versions: [
      {
        ...{ version: "1.0", text: null, link: null, rules: null, inForceOn: day(0) },
        ending:
          endsOn === null ? null : { deprecatedOn: addDays(endsOn, -10), until: endsOn, successor: null, reason: null },
      },
    ],
  },
});

const whole: { readonly [K in SafeguardKey]: SafeguardAnswers } = {
  ...careful,
  "impact-assessment": {},
  aia: {},
  [conformanceKey]: { [versionQuestion]: "city-api@1.0", evidence: ["e1"], whole: "yes" },
};

export const wholeAnswers = (kind: SafeguardKey): SafeguardAnswers => whole[kind];

const [course] = careful.training.courses;
const courseWith = (over: object): SafeguardAnswers => ({ ...careful.training, courses: [{ ...course, ...over }] });

const without = (...keys: readonly string[]): SafeguardAnswers =>
  Object.fromEntries(Object.entries(careful["security-baseline"]).filter(([key]) => !keys.includes(key)));

/** What else people write: some of it changes what other statements rest on, some is not complete. */
const others: { readonly [K in SafeguardKey]?: readonly SafeguardAnswers[] } = {
  "algorithm-dossier": [
    { ...careful["algorithm-dossier"], version: "4.0", explainedVersion: "4.0" },
    { decides: "no" },
    { decides: "no" },
    { ...careful["algorithm-dossier"], filing: "unknown" },
    { decides: "supports" },
  ],
  "supplier-ties": [{ anybody: "no" }, { anybody: "yes", ties: [{ organisation: "AUDIT  house", relation: "paid" }] }],
  "independent-audit": [
    { ...careful["independent-audit"], version: "4.0" },
    { ...careful["independent-audit"], auditor: "Beta Systems" },
    { ...careful["independent-audit"], opinion: "adverse" },
    { ...careful["independent-audit"], validUntil: day(60) },
  ],
  bias: [{ ...careful.bias, version: "4.0" }, { reading: text("only words") }],
  "personal-impact": [{ ...careful["personal-impact"], automated: "no" }, { sensitive: "yes" }],
  "data-record": [
    { ...careful["data-record"], sets: [{ ...careful["data-record"].sets[0], personal: "sensitive" }] },
    { promised: "no" },
  ],
  interfaces: [{ exchanges: "no" }],
  "security-baseline": [
    { ...without("restoreHow", "restoreOn", "restoreProof", "restoreMinutes"), restore: "no" },
    {
      ...careful["security-baseline"],
      findings: [{ severity: "critical", finding: text("hole"), remedyBy: day(44), remedied: "no" }],
    },
    { ...careful["security-baseline"], components: ["e4"] },
    { ...careful["security-baseline"], restoreOn: day(-300) },
  ],
  "response-plan": [
    { events: careful["response-plan"].events, drilled: "no" },
    { ...careful["response-plan"], drills: [{ ...careful["response-plan"].drills[0], drillOn: day(-330) }] },
  ],
  training: [
    {
      ...careful.training,
      courses: [{ wave: 1, site: "North", role: "Counter staff", planned: 10, by: day(30), held: "no" }],
    },
    courseWith({ attended: 3, passed: 3 }),
    courseWith({ passed: 2 }),
  ],
  "channels-kept": [
    { ...careful["channels-kept"], channels: careful["channels-kept"].channels.slice(0, 1) },
    { reaches: "staff", staffWhy: text("staff only") },
    {
      ...careful["channels-kept"],
      channels: careful["channels-kept"].channels.map((way) => ({ ...way, ends: "yes", until: day(200) })),
    },
  ],
  [conformanceKey]: [{ [versionQuestion]: "city-api@9" }, { ...whole[conformanceKey], evidence: ["e2"] }],
};

export const otherAnswers = (kind: SafeguardKey): readonly SafeguardAnswers[] => others[kind] ?? [];

/** A statement of any kind: mostly the whole of one that is not yet handed in, sometimes another or half of one. */
export function statementFrom(t: Technology | null, d: Dice): CommandOf<"StateSafeguard"> {
  const keys = safeguardKinds.map(({ key }) => key).filter((key) => key !== "impact-assessment" || d.chance(0.1));
  const waiting = keys.filter((key) => t !== null && safeguardsOf(t, key).every(({ review }) => review === null));
  const kind = d.pick(d.chance(0.6) && waiting.length > 0 ? waiting : keys) ?? "aia";
  const item = t === null || d.chance(0.05) ? null : (d.pick(safeguardsOf(t, kind))?.item ?? null);
  const answers = (d.chance(0.75) ? null : d.pick(others[kind] ?? [])) ?? whole[kind];
  return { type: "StateSafeguard", kind, item, answers, submit: d.chance(0.6) };
}

/** Mostly of what waits, mostly of the words that stand there. */
export function reviewFrom(t: Technology | null, d: Dice): CommandOf<"ReviewSafeguard"> {
  const all = t?.safeguards ?? [];
  const waiting = all.filter(({ submitted }) => submitted !== null);
  const chosen: Safeguard | undefined = d.pick(d.chance(0.9) ? waiting : all);
  const of = chosen === undefined || d.chance(0.05) ? digest("stale") : digestOfAnswers(chosen.kind, chosen.answers);
  return {
    type: "ReviewSafeguard",
    item: chosen?.item ?? "g1",
    of,
    outcome: d.chance(0.9) ? "accepted" : "returned",
    text: d.chance(0.95) ? text("reviewed") : noText,
  };
}
