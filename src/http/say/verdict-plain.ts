import type { Policy } from "../../domain/policy/policy.ts";
import { scoringVersion } from "../../domain/scoring/method-version.ts";
import type { Verdict, VerdictReason } from "../../domain/scoring/verdict-types.ts";
import type { Language } from "../view/languages.ts";
import { nameOf, partsOf } from "./names-of-results.ts";
import { measureIn } from "./figure.ts";
import { limitText, differenceLimit } from "./limit.ts";
import { markText, scoreText } from "./score-text.ts";

/** Names that a sentence can carry; the figure beside it shows all. */
const MOST = 3;

/** The verdict for one who knows no statistics: what the evidence says, and how sure that is. Waivers have no part in it. */
export type PlainVerdict = { readonly says: string; readonly sure: string | null };

export function plainVerdict(language: Language, policy: Policy, verdict: Verdict): PlainVerdict {
  switch (verdict.outcome) {
    case "pass":
      return passed(language, verdict);
    case "fail":
      return failed(language, policy, verdict);
    case "not-enough-evidence":
      return { says: open(language, policy, verdict), sure: null };
  }
}

function passed(language: Language, verdict: Verdict): PlainVerdict {
  const { t } = language;
  const floors = verdict.indicators.filter(({ state }) => state === "cleared").length;
  const { passMark: mark } = verdict;
  const figures = { score: scoreText(language, verdict.score.mean, { mark }), mark: markText(language, mark) };
  return {
    says: floors === 0 ? t("verdict:plain.passScore", figures) : t("verdict:plain.pass", { ...figures, count: floors }),
    sure: sureOf(language, "passSure", verdict),
  };
}

/** Each failing floor is held to its share of the error, so that together they err as seldom as a pass does. */
function failed(language: Language, policy: Policy, verdict: Verdict): PlainVerdict {
  const { t } = language;
  const says = t("verdict:plain.fail", {
    list: listed(
      language,
      verdict.reasons.map((reason) => failing(language, policy, verdict, reason)),
    ),
  });
  const byFloor = verdict.reasons.some(({ code }) => code === "indicator-beyond-floor");
  if (byFloor) return { says, sure: sureOf(language, "failSure", verdict) };
  const limits = verdict.reasons.flatMap((reason) => ("limit" in reason ? [reason.limit] : []));
  if (limits.length === 0) return { says, sure: null };
  return {
    says,
    sure: joined(language, [
      t("verdict:plain.failChance", { times: once(Math.max(...limits)) }),
      ...earlier(language, verdict),
    ]),
  };
}

function failing(language: Language, policy: Policy, verdict: Verdict, reason: VerdictReason): string {
  const { t } = language;
  switch (reason.code) {
    case "indicator-beyond-floor": {
      const { key, compared } = partsOf(reason.indicator);
      return t("verdict:plain.misses", {
        name: nameOf(language, policy, reason.indicator),
        floor: (compared ? differenceLimit : limitText)(language, measureIn(policy, key), reason.floor),
      });
    }
    case "criterion-beyond-floor": {
      const floor = verdict.criteria.find(({ id }) => id === reason.criterion)?.floor;
      return t("verdict:plain.misses", {
        name: t(`words:criterion.${reason.criterion}`),
        floor: floor === undefined ? "–" : markText(language, floor),
      });
    }
    default:
      return t("verdict:plain.missesMark", { mark: markText(language, verdict.passMark) });
  }
}

/** What is not known, then what is known and not settled; the score only where nothing else is left to settle. */
function open(language: Language, policy: Policy, { reasons, passMark }: Verdict): string {
  const { t } = language;
  if (reasons.some(({ code }) => code === "before-first-look")) return t("verdict:why.before-first-look");
  const named = (code: VerdictReason["code"]): string[] =>
    reasons.flatMap((reason) => (reason.code === code ? [subject(language, policy, reason)] : []));
  const unknown = named("indicator-unknown");
  const bare = unknown.length > 0 ? [] : named("criterion-unknown");
  const [straddling, criteria] = [named("indicator-straddles"), named("criterion-straddles")];
  const score = reasons.some(({ code }) => code === "score-uncertain" || code === "score-near-limit");
  const points = [...unknown, ...bare, ...straddling].length;
  return joined(language, [
    t("verdict:plain.open"),
    ...(unknown.length + bare.length > 0
      ? [t("verdict:plain.unknown", { list: listed(language, [...unknown, ...bare]) })]
      : []),
    ...(straddling.length > 0 ? [t("verdict:plain.straddles", { list: listed(language, straddling) })] : []),
    ...(points === 0 && criteria.length > 0
      ? [t("verdict:plain.criteria", { list: listed(language, criteria), count: criteria.length })]
      : []),
    ...(points === 0 && score ? [t("verdict:plain.score", { mark: markText(language, passMark) })] : []),
  ]);
}

function subject(language: Language, policy: Policy, reason: VerdictReason): string {
  if ("indicator" in reason) return nameOf(language, policy, reason.indicator);
  return "criterion" in reason ? language.t(`words:criterion.${reason.criterion}`) : "";
}

/** Three names, and how many more there are. */
function listed({ t, format }: Language, all: readonly string[]): string {
  const rest = all.length - MOST;
  return format.list(rest > 0 ? [...all.slice(0, MOST), t("verdict:plain.more", { count: rest })] : all);
}

/** Over all looks together: that is what sharing the error among them is for. */
function sureOf(language: Language, key: "passSure" | "failSure", verdict: Verdict): string {
  const { looks, confidence } = verdict;
  const times = once(1 - confidence);
  const sure = language.t(`verdict:plain.${key}${looks > 1 ? "Looks" : ""}`, { times, looks });
  return joined(language, [sure, ...earlier(language, verdict)]);
}

/** A verdict of long ago promises what its own method kept. */
const earlier = ({ t }: Language, { methodVersion }: Verdict): string[] =>
  methodVersion === scoringVersion ? [] : [t("verdict:plain.earlier", { version: methodVersion })];

/** A risk as "once in so many", never rarer than it is. */
const once = (risk: number): number => Math.floor(1 / risk + 1e-6);

const joined = ({ locale }: Language, sentences: readonly string[]): string =>
  sentences.join(locale === "en" ? " " : "");
