import type { Request, Response } from "express";
import { z } from "zod";
import { changesOf } from "../../domain/technology/consultations/points.ts";
import { changeKinds, dispositions, pointIn, pointOrigins } from "../../domain/technology/state/consultations.ts";
import type { Point, PointOrigin } from "../../domain/technology/state/consultations.ts";
import type { Deps } from "../deps.ts";
import { notFound } from "../faults.ts";
import { choice, optionalText, requiredText } from "../forms/fields.ts";
import { blankForm } from "../forms/form.ts";
import { plainWords, wordsFor } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import { pathValue } from "../request-values.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import { consultationForm, consultationFormOf } from "./forms.ts";
import { pointLabel } from "./contributions.ts";
import { consultationPage } from "./page.ts";
import type { ConsultationPage } from "./page.ts";
import { longestText } from "./terms-form.ts";

const words = requiredText(longestText);

/** Where a point can come from, as the consultation stands. */
const originsOf = ({ asking }: ConsultationPage): readonly PointOrigin[] =>
  pointOrigins.filter((origin) => {
    if (origin === "minutes") return asking.minutes !== null;
    return origin === "poll" ? asking.polled !== null : asking.kind !== "poll";
  });

/** A point is made by itself, or from the contribution that it was found in. */
export const newPointPages = (deps: Deps) =>
  consultationForm(deps, {
    name: "point",
    schema: z.object({ text: words, origin: choice(pointOrigins) }),
    address: () => "/points/new",
    back: () => "/points",
    blank: (page) => blankForm({ origin: originsOf(page)[0] ?? "contributions" }, page.technology.version),
    inputs: (page, fields) => {
      const { t } = page.language;
      const origins = originsOf(page);
      return [
        {
          field: fields.textarea("text", {
            label: t("consultations:act.point.text"),
            hint: t("consultations:act.point.textHint"),
            rows: 4,
          }),
        },
        {
          radios: fields.radios("origin", {
            legend: t("consultations:act.point.origin"),
            options: origins.map((value) => ({ value, label: t(`words:pointOrigin.${value}`) })),
          }),
        },
      ];
    },
    command: ({ text, origin }, { asking: { consultation } }) => ({
      type: "MakePoint",
      consultation,
      text: { text },
      origin,
    }),
  });

export type PointPage = ConsultationPage & { readonly point: Point; readonly words: Words };

/** @throws Fault 404 where the consultation has no such point */
const pointPage =
  ({ services }: Deps) =>
  async (req: Request, res: Response): Promise<PointPage> => {
    const page = await consultationPage(services, req, res);
    const point = pointIn(page.asking, pathValue(req, "p")) ?? notFound();
    const digests = page.asking.points.flatMap((asking) => asking.words.map(({ text }) => text));
    return { ...page, point, words: await wordsFor(services, res, page.technology, digests) };
  };

const aboutPoint = ({ language, point, words: known }: PointPage) =>
  paragraphsShown(language, known.get(point.words.at(-1)?.text ?? ""));

const address =
  (place: string) =>
  ({ point }: PointPage): string =>
    `/points/${point.point}${place}`;

export const rewordingPages = (deps: Deps) =>
  consultationFormOf<z.ZodObject<{ text: typeof words }>, PointPage>(
    deps,
    {
      name: "rewording",
      schema: z.object({ text: words }),
      address: address("/words"),
      back: () => "/points",
      values: ({ point }) => ({ point: point.point }),
      blank: ({ point, words: known, technology }) =>
        blankForm({ text: plainWords(known, point.words.at(-1)?.text ?? null) }, technology.version),
      inputs: ({ language: { t } }, fields) => [
        { field: fields.textarea("text", { label: t("consultations:act.point.text"), rows: 4 }) },
      ],
      command: ({ text }, { asking: { consultation }, point }) => ({
        type: "RewordPoint",
        consultation,
        point: point.point,
        text: { text },
      }),
    },
    pointPage(deps),
  );

const into = requiredText(20, { missing: "consultations:act.joining.intoMissing" });

export const joiningPages = (deps: Deps) =>
  consultationFormOf<z.ZodObject<{ into: typeof into }>, PointPage>(
    deps,
    {
      name: "joining",
      schema: z.object({ into }),
      address: address("/join"),
      back: () => "/points",
      values: ({ point }) => ({ point: point.point }),
      about: aboutPoint,
      inputs: ({ language: { t }, asking, point, words: known }, fields) => [
        {
          radios: fields.radios("into", {
            legend: t("consultations:act.joining.into"),
            options: asking.points
              .filter((other) => other.into === null && other.point !== point.point)
              .map((other) => ({
                value: other.point,
                label: pointLabel(other, known),
              })),
          }),
        },
      ],
      command: ({ into: target }, { asking: { consultation }, point }) => ({
        type: "JoinPoints",
        consultation,
        point: point.point,
        into: target,
      }),
    },
    pointPage(deps),
  );

const dispositionSchema = z.object({
  disposition: choice(dispositions, { missing: "consultations:act.disposition.missing" }),
  reason: words,
  change: optionalText(60),
  changeText: optionalText(longestText),
});

/** One that can be looked up, as "condition c1"; "text" where it is told in words alone. */
function changeFrom({ disposition, change, changeText }: z.output<typeof dispositionSchema>) {
  // What was typed beside "not adopted" is refused with a word, and not swallowed.
  if (disposition === "not-adopted" && changeText === "" && ["", "text"].includes(change)) return null;
  const [kind = "", ref = null] = change === "" ? ["text"] : change.split(" ");
  const text = changeText === "" ? null : { text: changeText };
  if (kind === "text" && text === null) return null;
  return { kind: changeKinds.find((known) => known === kind) ?? "text", ref, text };
}

/** What becomes of a point, and why; once more, it is a correction and says so. */
export const dispositionPages = (deps: Deps) =>
  consultationFormOf<typeof dispositionSchema, PointPage>(
    deps,
    {
      name: "disposition",
      schema: dispositionSchema,
      address: address("/answer"),
      back: () => "/points",
      values: ({ point }) => ({ point: point.point }),
      about: aboutPoint,
      inputs: (page, fields) => {
        const { t } = page.language;
        return [
          {
            radios: fields.radios("disposition", {
              legend: t("consultations:act.disposition.what"),
              options: dispositions.map((value) => ({
                value,
                label: t(`consultations:act.disposition.is.${value}`),
                hint: t(`consultations:act.disposition.isHint.${value}`),
              })),
            }),
          },
          {
            field: fields.textarea("reason", {
              label: t("consultations:act.disposition.reason"),
              hint: t("consultations:act.disposition.reasonHint"),
              rows: 4,
            }),
          },
          {
            field: fields.select("change", {
              label: t("consultations:act.disposition.change"),
              hint: t("consultations:act.disposition.changeHint"),
              options: [{ value: "text", label: t("words:changeKind.text") }, ...changeOptions(page)],
            }),
          },
          {
            field: fields.textarea("changeText", {
              label: t("consultations:act.disposition.changeText"),
              hint: t("consultations:act.disposition.changeTextHint"),
              rows: 3,
              optional: true,
            }),
          },
        ];
      },
      command: (values, { asking: { consultation }, point }) => ({
        type: "AnswerPoint",
        consultation,
        point: point.point,
        disposition: values.disposition,
        reason: { text: values.reason },
        change: changeFrom(values),
      }),
    },
    pointPage(deps),
  );

const changeOptions = ({ technology, language: { t } }: ConsultationPage) =>
  changeKinds.flatMap((kind) =>
    [...new Set(changesOf(technology, kind))].map((ref) => ({
      value: `${kind} ${ref}`,
      label: t("consultations:changeIs", { kind: t(`words:changeKind.${kind}`), ref }),
    })),
  );
