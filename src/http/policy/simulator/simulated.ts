import type { Answer } from "../../../application/simulation/jobs.ts";
import type { Standing } from "../../../application/simulation/simulations.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import { scoringVersion } from "../../../domain/scoring/method-version.ts";
import { SEED, monteCarloError } from "../../../domain/simulation/tally.ts";
import type { Counts, Tallies, Tally } from "../../../domain/simulation/tally.ts";
import { csvDownload } from "../../charts/downloads.ts";
import type { Typed } from "../../forms/typed.ts";
import { nameOf } from "../../say/names-of-results.ts";
import type { TableModel } from "../../view/components.ts";
import type { Language } from "../../view/languages.ts";
import { addressOf } from "./query.ts";
import { PILOTS } from "./question.ts";
import { shareText } from "./words.ts";

const outcomes = ["pass", "not-enough-evidence", "fail"] as const;

/** Whole pilots: not begun, waiting, running with what there is so far, done. */
export function simulatedModel(language: Language, policy: Policy, typed: Typed, standing: Standing) {
  const { t } = language;
  const hidden = Object.entries(typed).flatMap(([name, value]) => (typeof value === "string" ? [{ name, value }] : []));
  const start = { start: { hidden }, startText: t("simulator:simulated.start", { runs: PILOTS }) };
  const href = `${addressOf(typed)}#simulated`;
  switch (standing.kind) {
    case "none":
      return { text: t("simulator:simulated.none", { runs: PILOTS }), ...start };
    case "failed":
      return { text: t("simulator:simulated.failed"), ...start };
    case "waiting":
      return {
        text: t("simulator:simulated.waiting", { count: standing.before }),
        running: true,
        ...{ done: 0, of: PILOTS, href },
      };
    case "running": {
      const { done, of } = standing.progress ?? { done: 0, of: PILOTS };
      const text = t("simulator:simulated.running", { done, of });
      const running = { text, running: true, done, of, href };
      return standing.progress === null
        ? running
        : { ...running, ...figures(language, policy, standing.progress.answer) };
    }
    case "done":
      return { text: t("simulator:simulated.done", { runs: PILOTS }), ...figures(language, policy, standing.answer) };
  }
}

function figures(language: Language, policy: Policy, answer: Answer) {
  if (answer.kind !== "pilots") return {};
  const table = talliesTable(language, policy, answer.tallies);
  return {
    table,
    downloads: [csvDownload("simulated-pilots", table)],
    notes: [language.t("simulator:simulated.note", { seed: SEED, method: scoringVersion })],
  };
}

/** The tallies of a simulation that is done. */
export const talliesOf = (standing: Standing): Tallies | null =>
  standing.kind === "done" && standing.answer.kind === "pilots" ? standing.answer.tallies : null;

/** Outcomes first, then what stood behind those that did not pass, the most frequent first. */
function talliesTable(language: Language, policy: Policy, { calm, rough }: Tallies): TableModel {
  const { t } = language;
  const row = (label: string, of: (tally: Tally) => number, header = true) => ({
    cells: [
      { content: label, header },
      ...[calm, rough].map((tally) => ({ ...shareOf(language, of(tally), tally.pilots), num: true })),
    ],
  });
  const name = (id: string): string =>
    id === "score"
      ? t("simulator:simulated.score")
      : t.has(`words:criterion.${id}`)
        ? t(`words:criterion.${id}`)
        : nameOf(language, policy, id);
  const reasons = (key: "openBy" | "failedBy") =>
    often(calm[key], rough[key]).map((id) =>
      row(t(`simulator:simulated.${key}`, { name: name(id) }), (tally) => tally[key][id] ?? 0),
    );
  return {
    caption: t("simulator:simulated.caption"),
    columns: [
      { label: t("simulator:simulated.outcome") },
      { label: t("simulator:profile.calm"), num: true },
      { label: t("simulator:profile.rough"), num: true },
    ],
    rows: [
      ...outcomes.map((outcome) => row(t(`words:outcome.${outcome}`), (tally) => tally.outcomes[outcome])),
      ...reasons("openBy"),
      ...reasons("failedBy"),
    ],
  };
}

/** A share of the pilots, with its Monte Carlo error below. */
export function shareOf(language: Language, count: number, pilots: number) {
  if (pilots === 0) return { content: "–" };
  const error = language.format.number(100 * monteCarloError(count, pilots), 1);
  return { content: shareText(language, count / pilots), sub: language.t("simulator:simulated.error", { error }) };
}

const mostReasons = 8;

function often(a: Counts, b: Counts): readonly string[] {
  const sum = (id: string): number => (a[id] ?? 0) + (b[id] ?? 0);
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort((x, y) => sum(y) - sum(x)).slice(0, mostReasons);
}

/** What most often kept simulated pilots from passing; null: nothing did. */
export const mostlyBy = ({ calm, rough }: Tallies): string | null => often(calm.openBy, rough.openBy)[0] ?? null;
