import { z } from "zod";
import { readablePapers } from "../../domain/technology/consultations/terms.ts";
import { consultationLimits } from "../../domain/technology/consultations/limits.ts";
import type { Represented } from "../../domain/technology/state/consultations.ts";
import { titleLength } from "../../domain/technology/state/title-length.ts";
import type { Raw } from "../../application/raw-command.ts";
import type { Deps } from "../deps.ts";
import { day, optionalText, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import { consultationForm } from "./forms.ts";
import { linesOf } from "./lines.ts";
import { longestText } from "./terms-form.ts";

const words = requiredText(longestText);
/** Minutes, and what was heard and done, are as long as they have to be. */
const longestReport = 20_000;

/** It is held no more, and everybody who wrote reads why. */
export const withdrawalPages = (deps: Deps) =>
  consultationForm(deps, {
    name: "withdrawal",
    schema: z.object({ reason: words }),
    address: () => "/withdrawal",
    back: () => "",
    inputs: ({ language: { t } }, fields) => [
      {
        field: fields.textarea("reason", {
          label: t("consultations:act.withdrawal.reason"),
          hint: t("consultations:act.withdrawal.reasonHint"),
          rows: 4,
        }),
      },
    ],
    command: ({ reason }, { asking: { consultation } }) => ({
      type: "WithdrawConsultation",
      consultation,
      reason: { text: reason },
    }),
  });

/** What was heard and what was done, for everybody. */
export const answerPages = (deps: Deps) =>
  consultationForm(deps, {
    name: "answer",
    schema: z.object({ heard: requiredText(longestReport), did: requiredText(longestReport) }),
    address: () => "/answer",
    back: () => "",
    inputs: ({ language: { t } }, fields) =>
      (["heard", "did"] as const).map((name) => ({
        field: fields.textarea(name, {
          label: t(`consultations:act.answer.${name}`),
          hint: t(`consultations:act.answer.${name}Hint`),
          rows: 8,
        }),
      })),
    command: ({ heard, did }, { asking: { consultation } }) => ({
      type: "AnswerConsultation",
      consultation,
      heard: { text: heard },
      did: { text: did },
    }),
  });

/** "Traders: 4" or "Traders: 4: Ann Smith, Bob Jones", a line each. */
const groupLine = /^(.*?)\s*[:：]\s*(\d{1,5})(?:\s*[:：]\s*(.*))?$/u;

const groupLines = optionalText(consultationLimits.groups * (titleLength + 400))
  .transform(linesOf)
  .refine((lines) => lines.every((line) => groupLine.test(line)), "consultations:act.minutes.groupsUnfit");

const groupsFrom = (lines: readonly string[], serving: boolean): readonly Raw<Represented>[] =>
  lines.map((line) => {
    const [, group = "", people = "0", names = ""] = groupLine.exec(line) ?? [];
    return { group, people: Number(people), serving, names: names === "" ? null : { text: names } };
  });

/** Who was heard at a hearing, and what was said. */
export const minutesPages = (deps: Deps) =>
  consultationForm(deps, {
    name: "minutes",
    schema: z.object({
      heldOn: day(),
      groups: groupLines,
      serving: groupLines,
      minutes: optionalText(longestReport),
      document: optionalText(20),
    }),
    address: () => "/minutes",
    back: () => "",
    blank: ({ asking, technology }) => blankForm({ heldOn: asking.closesOn }, technology.version),
    inputs: ({ language: { t }, technology }, fields) => [
      { field: fields.date("heldOn", { label: t("consultations:act.minutes.heldOn") }) },
      ...(["groups", "serving"] as const).map((name) => ({
        field: fields.textarea(name, {
          label: t(`consultations:act.minutes.${name}`),
          hint: t(`consultations:act.minutes.${name}Hint`),
          rows: name === "groups" ? 6 : 3,
          optional: name === "serving",
        }),
      })),
      {
        field: fields.textarea("minutes", {
          label: t("consultations:act.minutes.minutes"),
          hint: t("consultations:act.minutes.minutesHint"),
          rows: 10,
          optional: true,
        }),
      },
      {
        field: fields.select("document", {
          label: t("consultations:act.minutes.document"),
          optional: true,
          choose: true,
          options: readablePapers(technology).map(({ evidence }) => ({
            value: evidence,
            label: t("consultations:terms.paper", { evidence }),
          })),
        }),
      },
    ],
    command: ({ heldOn, groups, serving, minutes, document }, { asking: { consultation } }) => ({
      type: "MinuteHearing",
      consultation,
      heldOn,
      groups: [...groupsFrom(groups, false), ...groupsFrom(serving, true)],
      minutes: minutes === "" ? null : { text: minutes },
      document: document === "" ? null : document,
    }),
  });
