import { z } from "zod";
import { allowedIn } from "../../domain/technology/terms.ts";
import { pendingFor } from "../../domain/safeguards/risk-acceptance.ts";
import type { RiskAcceptance } from "../../domain/technology/state/risks.ts";
import type { Deps } from "../deps.ts";
import { choice, day, optionalText, reference } from "../forms/fields.ts";
import { blankForm, invalid, wasSent } from "../forms/form.ts";
import type { FormState } from "../forms/form.ts";
import { hiddenOf } from "../forms/show.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { textShown } from "../say/text.ts";
import type { Names } from "../say/names.ts";
import { formPage } from "../technology-form.ts";
import type { FormFace } from "../technology-form.ts";
import type { FactModel, LinkModel } from "../view/components.ts";
import type { Form as Fields } from "../view/form.ts";
import { controlModels } from "./controls.ts";
import { riskHistory } from "./history.ts";
import { riskCrumb, riskPage, risksCrumb } from "./risks-page.ts";
import type { RiskPage } from "./risks-page.ts";
import { acceptanceText, familyText, levelText, riskTag, stepsText } from "./words.ts";

const answers = ["accept", "refuse"] as const;

export const acceptSchema = z.object({
  choice: choice(answers, { missing: "risks:accept.missing" }),
  acceptance: reference(),
  of: reference(),
  until: day({ missing: "risks:accept.untilMissing" }),
  text: optionalText(4000),
});

/** One risk: what it is, what lowers it, who answers for it, what happened to it; for the approver asked, the answer. */
export const riskPages = (deps: Deps) =>
  formPage<typeof acceptSchema, RiskPage>(
    deps.services,
    {
      schema: acceptSchema,
      roles: ["approver"],
      action: ({ at, risk }) => at(`risks/${risk.item}`),
      blank: ({ technology, risk, today }) => {
        const pending = pendingFor(risk, technology, today);
        return blankForm(pending === null ? {} : { until: pending.asked.until }, technology.version);
      },
      problem: (form) =>
        form.values.choice === "refuse" && form.values.text === ""
          ? invalid(form, { field: "text", key: "risks:accept.refusalMissing", params: {} })
          : null,
      command: ({ choice: chosen, acceptance, of, until, text }) =>
        chosen === "accept"
          ? { type: "AcceptRisk", acceptance, of, until, text: text === "" ? null : { text } }
          : { type: "RefuseRiskAcceptance", acceptance, text: { text } },
      done: ({ choice: chosen }, { risk }) => ({ to: `risks/${risk.item}`, key: `risks:accept.done.${chosen}` }),
      show: (page, fields, form) => riskShown(deps, page, fields, form),
    },
    (req, res) => riskPage(deps.services, req, res),
  );

async function riskShown(deps: Deps, page: RiskPage, fields: Fields, form: FormState): Promise<FormFace> {
  const { language, row, risk, review, acceptance, technology } = page;
  const all = technology.riskAcceptances.filter(({ item }) => item === risk.item);
  const names = await deps.people.names([
    ...(risk.treatment.owner === null ? [] : [risk.treatment.owner]),
    ...all.flatMap(({ asked, approver }) => [asked.by, approver]),
  ]);
  return {
    view: "pages/risks/risk",
    head: {
      title: language.t("risks:riskTitle", { risk: risk.name, name: row.name }),
      trail: [risksCrumb(page), riskCrumb(page)],
      eyebrow: [familyText(language, risk)],
      lead: language.t("risks:fromTo", {
        inherent: levelText(language, risk.inherent),
        residual: levelText(language, risk.residual.rating),
      }),
    },
    model: {
      tag: riskTag(language, risk, review, acceptance),
      said: acceptanceText(language, risk, acceptance),
      dropped: risk.safeguard.dropped !== null,
      facts: factsOf(page, names),
      what: ["cause", "event", "consequence"].map((part) => ({
        title: language.t(`risks:what.${part}`),
        paragraphs: wordsOf(page, part),
      })),
      controls: controlModels(page),
      acceptances: all.toReversed().map((request) => acceptanceModel(page, request, names)),
      answer: answerModel(page, fields, form),
      links: linksOf(page),
      history: await riskHistory(deps.services, deps.house.tellings, page),
    },
  };
}

function wordsOf({ risk, words, language }: RiskPage, question: string) {
  const digest = risk.safeguard.answers[question];
  return typeof digest === "string" ? paragraphsShown(language, words.get(digest)) : [];
}

function factsOf(page: RiskPage, names: Names): readonly FactModel[] {
  const { language, risk, words } = page;
  const { t, format } = language;
  const { how, owner, by, doneOn } = risk.treatment;
  const plan = risk.safeguard.answers["treatmentHow"];
  return [
    { term: t("risks:column.method"), value: t(`risks:method.${risk.method}`) },
    { term: t("risks:column.without"), value: stepsText(language, risk) },
    { term: t("risks:column.inherent"), value: levelText(language, risk.inherent) },
    { term: t("risks:column.with"), value: stepsText(language, risk.residual) },
    { term: t("risks:column.residual"), value: levelText(language, risk.residual.rating) },
    { term: t("risks:column.appetite"), value: t(`words:riskStep.${risk.appetite}`) },
    { term: t("risks:column.treatment"), value: t(`risks:how.${how}`) },
    ...(typeof plan === "string" ? [{ term: t("risks:plan"), value: textShown(language, words.get(plan)) }] : []),
    { term: t("risks:column.owner"), value: owner === null ? "–" : (names.get(owner) ?? t("people:erased")) },
    ...(by === null ? [] : [{ term: t("risks:column.treatBy"), value: format.date(by) }]),
    ...(doneOn === null ? [] : [{ term: t("risks:column.doneOn"), value: format.date(doneOn) }]),
  ];
}

/** Who asked whom for how long, and what came of it. */
function acceptanceModel({ language, words, open, at, acceptance }: RiskPage, request: RiskAcceptance, names: Names) {
  const { t, format } = language;
  const { asked, accepted, refused, ended, approver } = request;
  const who = (id: string): string => names.get(id) ?? t("people:erased");
  const given = { who: who(approver), day: format.date(asked.until) };
  const stands = acceptance.state === "standing" && acceptance.acceptance.acceptance === request.acceptance;
  return {
    asked: t("risks:acceptances.asked", { ...given, by: who(asked.by), at: format.date(asked.at) }),
    why: textShown(language, words.get(asked.text)),
    answers: [
      accepted === null
        ? null
        : answerOf(
            t("risks:acceptances.accepted", {
              who: who(accepted.by),
              at: format.date(accepted.at),
              until: format.date(accepted.until),
              level: t(`words:riskStep.${accepted.level}`),
            }),
            accepted.text,
          ),
      refused === null
        ? null
        : answerOf(t("risks:acceptances.refused", { who: who(refused.by), at: format.date(refused.at) }), refused.text),
      ended === null ? null : answerOf(t("risks:acceptances.ended", { at: format.date(ended.at) }), ended.text),
    ].filter((answer) => answer !== null),
    end:
      stands && open.includes("EndRiskAcceptance")
        ? { text: t("risks:ending.link"), href: at(`risks/acceptances/${request.acceptance}/ending`) }
        : null,
  };

  function answerOf(text: string, digest: string | null) {
    return { text, words: digest === null ? null : textShown(language, words.get(digest)) };
  }
}

/** For the approver who was asked, of the risk as it stands now. */
function answerModel(page: RiskPage, fields: Fields, form: FormState) {
  const { technology, risk, today, person, language, policy } = page;
  const { t, format } = language;
  const pending = pendingFor(risk, technology, today);
  const may =
    pending !== null &&
    pending.approver === person.id &&
    allowedIn.AcceptRisk.includes(technology.stage) &&
    risk.isAbove;
  if (!may && !wasSent(form)) return null;
  return {
    hidden: [
      ...hiddenOf(form),
      { name: "acceptance", value: pending?.acceptance ?? "" },
      { name: "of", value: risk.digest },
    ],
    asks: t("risks:accept.asks", {
      level: levelText(language, risk.residual.rating),
      until: pending === null ? "–" : format.date(pending.asked.until),
    }),
    choice: fields.radios("choice", {
      legend: t("risks:accept.legend"),
      options: answers.map((value) => ({
        value,
        label: t(`risks:accept.option.${value}`),
        hint: t(`risks:accept.hint.${value}`),
      })),
    }),
    until: fields.date("until", {
      label: t("risks:accept.until"),
      hint: t("risks:accept.untilHint", { days: policy.safeguards.riskRegister.acceptanceDays }),
    }),
    text: fields.textarea("text", { label: t("risks:accept.text"), hint: t("risks:accept.textHint"), rows: 4 }),
  };
}

function linksOf({ language: { t }, risk, open, at, technology, today }: RiskPage): readonly LinkModel[] {
  if (risk.safeguard.dropped !== null) return [{ text: t("risks:statement"), href: at(`safeguards/${risk.item}`) }];
  const mayAsk = open.includes("AskRiskAcceptance") && risk.isAbove && pendingFor(risk, technology, today) === null;
  return [
    ...(mayAsk ? [{ text: t("risks:ask.link"), href: at(`risks/${risk.item}/acceptance`) }] : []),
    ...(open.includes("StateSafeguard") ? [{ text: t("risks:edit"), href: at(`safeguards/${risk.item}/edit`) }] : []),
    { text: t("risks:statement"), href: at(`safeguards/${risk.item}`) },
  ];
}
