import { z } from "zod";
import type { Raw } from "../../application/raw-command.ts";
import { consultationLimits } from "../../domain/technology/consultations/limits.ts";
import { readablePapers } from "../../domain/technology/consultations/terms.ts";
import { contributionChannels } from "../../domain/technology/state/consultations.ts";
import type { AskedTerms } from "../../domain/technology/state/consultations.ts";
import { titleLength } from "../../domain/technology/state/title-length.ts";
import { choices, day, optionalText, requiredText } from "../forms/fields.ts";
import { plainWords } from "../private-words.ts";
import type { Words } from "../private-words.ts";
import type { Form as Fields } from "../view/form.ts";
import type { InputModel } from "./forms.ts";
import type { ConsultationsPage } from "./page.ts";

/** Characters of what is written for everybody. */
export const longestText = 4000;

const words = requiredText(longestText);
const perhaps = optionalText(longestText);

/** What an opening and an amendment have in common. */
export const termsFields = {
  title: requiredText(titleLength),
  question: words,
  stillOpen: words,
  settled: perhaps,
  audience: words,
  /** How each document is called, by its id; one without a name is not shown. */
  papers: z.record(z.string(), optionalText(titleLength)).default({}),
  opensOn: day(),
  closesOn: day(),
  respondBy: day(),
  channels: choices(contributionChannels),
  how: perhaps,
  shorter: perhaps,
  place: perhaps,
};

type Typed = z.output<z.ZodObject<typeof termsFields>>;

const text = (typed: string) => (typed === "" ? null : { text: typed });

/** As the command takes them. */
export const termsFrom = (values: Typed, kind: AskedTerms["kind"]): Omit<Raw<AskedTerms>, "kind" | "poll"> => ({
  title: values.title,
  question: { text: values.question },
  stillOpen: { text: values.stillOpen },
  settled: text(values.settled),
  audience: { text: values.audience },
  papers: Object.entries(values.papers).flatMap(([evidence, name]) =>
    name === "" ? [] : [{ evidence, name: { text: name } }],
  ),
  opensOn: values.opensOn,
  closesOn: values.closesOn,
  respondBy: values.respondBy,
  channels: values.channels,
  how: text(values.how),
  shorter: text(values.shorter),
  // A field that is there for another kind may have been typed into before it was chosen.
  place: kind === "hearing" ? text(values.place) : null,
});

/** What stands, as a form begins with it. */
export function typedTerms(
  of: Pick<AskedTerms, keyof AskedTerms>,
  known: Words,
): Readonly<Record<string, string | readonly string[]>> {
  return {
    title: of.title,
    question: plainWords(known, of.question),
    stillOpen: plainWords(known, of.stillOpen),
    settled: plainWords(known, of.settled),
    audience: plainWords(known, of.audience),
    opensOn: of.opensOn,
    closesOn: of.closesOn,
    respondBy: of.respondBy,
    channels: of.channels,
    how: plainWords(known, of.how),
    shorter: plainWords(known, of.shorter),
    place: plainWords(known, of.place),
    ...Object.fromEntries(of.papers.map(({ evidence, name }) => [`papers.${evidence}`, plainWords(known, name)])),
  };
}

/** The inputs, in the order in which one thinks of them: what is asked, on which papers, of whom, when, and how. */
export function termsInputs(
  page: ConsultationsPage,
  fields: Fields,
  kind: AskedTerms["kind"] | null,
): readonly InputModel[] {
  const { language, policy } = page;
  const { t, format } = language;
  const { openDays, responseDays, noticeDays, paperDays } = policy.safeguards.consultations;
  const label = (name: string) => ({
    label: t(`consultations:terms.${name}`),
    hint: t(`consultations:terms.${name}Hint`, {
      open: format.days(openDays),
      respond: format.days(responseDays),
      notice: format.days(noticeDays),
      papers: format.days(paperDays),
    }),
  });
  const area = (name: string, rows: number, optional = false): InputModel => ({
    field: fields.textarea(name, { ...label(name), rows, optional }),
  });
  const { legend, ...channels } = {
    legend: t("consultations:terms.channels"),
    hint: t("consultations:terms.channelsHint"),
  };
  return [
    { field: fields.text("title", { ...label("title"), width: "full" }) },
    area("question", 4),
    area("stillOpen", 3),
    area("settled", 3, true),
    ...paperInputs(page, fields),
    area("audience", 3),
    ...(kind === "hearing" || kind === null ? [area("place", 2, true)] : []),
    { field: fields.date("opensOn", label("opensOn")) },
    { field: fields.date("closesOn", label("closesOn")) },
    { field: fields.date("respondBy", label("respondBy")) },
    area("shorter", 3, true),
    {
      boxes: fields.checkboxes("channels", {
        legend,
        ...channels,
        options: contributionChannels.map((value) => ({ value, label: t(`consultations:terms.by.${value}`) })),
      }),
    },
    area("how", 3, true),
  ];
}

/** Documents in force, the newest first: each gets a name, or stays unshown. */
function paperInputs({ technology, language: { t } }: ConsultationsPage, fields: Fields): readonly InputModel[] {
  const documents = readablePapers(technology).toReversed().slice(0, consultationLimits.papers);
  return documents.map(({ evidence }, i) => ({
    ...(i === 0 && { heading: t("consultations:terms.papers") }),
    field: fields.text(`papers.${evidence}`, {
      label: t("consultations:terms.paper", { evidence }),
      hint: t("consultations:terms.paperHint"),
      width: "full",
      optional: true,
    }),
  }));
}
