import type { HoldCause } from "../../domain/technology/state/rollout.ts";
import { clockName } from "./clock.ts";
import { conditionTitle, indicatorName } from "./condition.ts";
import { textShown } from "./text.ts";
import type { ButtonModel, HeldModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { TechnologyCommandType } from "../../domain/technology/state/technology.ts";
import type { Words } from "../private-words.ts";
import type { TechnologyPage } from "../technology-page.ts";
import { inOneLine } from "./named.ts";
import { figureText, measureIn } from "./figure.ts";
import { limitText } from "./limit.ts";

/** What a hold is shown from, on every page that shows it. */
type HeldParts = Pick<TechnologyPage, "technology" | "policy" | "language" | "row"> & {
  readonly words: Words;
  readonly open: readonly TechnologyCommandType[];
};

/** Since when, why, and who releases it, with the ways out first. A hold never lapses. */
export function heldModel(parts: HeldParts): HeldModel | null {
  const { technology, language, words, row, open } = parts;
  const { t, format } = language;
  const hold = technology.rollout?.hold;
  if (hold == null) return null;
  const button = (command: "ResumeRollout" | "RollBack" | "AttachEvidence", place: string): ButtonModel[] =>
    open.includes(command) ? [{ text: t(`rollout:held.${command}`), href: `/technologies/${row.slug}/${place}` }] : [];
  const buttons = [
    ...button("ResumeRollout", "rollout/resumption"),
    ...button("RollBack", "rollout/rollback"),
    ...button("AttachEvidence", "evidence/new"),
  ];
  const [filled, ...quiet] = buttons;
  const causes = inOneLine(
    language,
    hold.causes.map((cause) => causeText(parts, cause)),
  );
  return {
    title: t("rollout:held.title", { day: format.date(hold.since) }),
    text: html`${causes}${hold.text === null ? "" : html`<br />${textShown(language, words.get(hold.text))}`}<br />${t("rollout:held.never")}`,
    who: { title: t("rollout:held.who"), lines: [t("rollout:held.whoCause"), t("rollout:held.whoResume")] },
    ...(filled !== undefined && { buttons: { filled, quiet } }),
  };
}

function causeText(parts: HeldParts, cause: HoldCause): string {
  const { language } = parts;
  const { t, format } = language;
  if (cause.kind === "guard") return guardCause(parts, cause);
  if (cause.kind === "clock-overdue")
    return t("rollout:cause.clock", { name: clockName(language, parts.policy, cause.clock) });
  if (cause.kind === "person") return t("rollout:cause.person");
  return t("rollout:cause.condition", {
    name: conditionTitle(language, cause.condition),
    day: format.date(cause.dueOn),
  });
}

/** With its figures and the limit, where the assessment is on record. */
function guardCause(
  { language, policy, technology }: HeldParts,
  { indicator, wave }: Extract<HoldCause, { kind: "guard" }>,
): string {
  const { t } = language;
  const name = indicatorName(language, policy, indicator);
  const assessment = technology.rollout?.assessments.findLast(
    (candidate) => candidate.indicator === indicator && candidate.wave === wave && candidate.state === "breached",
  );
  if (assessment === undefined) return t("rollout:cause.guard", { name, wave });
  const measure = measureIn(policy, indicator);
  const beside = { beside: assessment.limit };
  const figure = (value: number | null): string =>
    value === null ? "–" : figureText(language, measure, value, beside);
  return t("rollout:cause.guardFigures", {
    name,
    wave,
    measured: figure(assessment.estimate),
    lower: figure(assessment.lower),
    upper: figure(assessment.upper),
    limit: limitText(language, measure, assessment.limit),
  });
}
