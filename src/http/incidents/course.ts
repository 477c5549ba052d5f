import type { Delivery } from "../../domain/technology/state/incidents.ts";
import type { Instant } from "../../domain/words/text.ts";
import { paragraphsShown } from "../say/paragraphs.ts";
import type { TimelineModel } from "../view/components.ts";
import { html } from "../view/html.ts";
import type { Content } from "../view/html.ts";
import { dutyName } from "./duty-name.ts";
import type { OneIncident } from "./one-page.ts";

type Step = { readonly at: Instant; readonly text: string; readonly words?: string | null };

/** What was done about it and when, the earliest first: by the time that is said, with that of the entry beside. */
export function courseOf(page: OneIncident): TimelineModel {
  const { language, words } = page;
  const steps = stepsOf(page).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    entries: steps.map(({ at, text, words: digest }) => ({
      at: language.format.dateTime(at),
      iso: at,
      text: digest == null ? text : withWords(text, paragraphsShown(language, words.get(digest))),
    })),
  };
}

const withWords = (text: string, paragraphs: readonly Content[]): Content =>
  paragraphs.reduce<Content>((before, paragraph) => html`${before}<br />${paragraph}`, text);

function stepsOf(page: OneIncident): readonly Step[] {
  const { incident, language } = page;
  const { t } = language;
  const { occurredAt, learnedAt, figures, handling, review, closedAt, closing } = incident;
  const [first, ...rated] = figures;
  return [
    { at: occurredAt, text: t("incidents:course.occurred") },
    ...(learnedAt === null ? [] : [{ at: learnedAt, text: t("incidents:course.learned") }]),
    ...(first === undefined
      ? []
      : [
          {
            at: first.since,
            text: t("incidents:course.recorded", { severity: t(`words:severity.${first.severity}`) }),
          },
        ]),
    ...rated.map((figure) => ({
      at: figure.since,
      text: t(figure.text === null ? "incidents:course.corrected" : "incidents:course.rated", {
        severity: t(`words:severity.${figure.severity}`),
      }),
      words: figure.text,
    })),
    ...incident.deliveries.flatMap((delivery) => [deliveryStep(page, delivery), ...voidingSteps(page, delivery)]),
    ...(handling === null
      ? []
      : [
          {
            at: handling.handledAt,
            text: t("incidents:course.handled", { evidence: evidenceText(page, handling.evidence) }),
            words: handling.text,
          },
        ]),
    ...(review === null ? [] : [{ at: review.enteredAt, text: t("incidents:course.reviewed") }]),
    ...(closedAt === null ? [] : [{ at: closedAt, text: t("incidents:course.closed"), words: closing }]),
  ];
}

function deliveryStep(page: OneIncident, delivery: Delivery): Step {
  const { names, language } = page;
  const { duty, deliveredAt, enteredAt, complete, evidence, text, by, voided } = delivery;
  const { t, format } = language;
  const sentence = t(complete ? "incidents:course.delivered" : "incidents:course.incomplete", {
    name: dutyName(page, duty),
    entered: format.dateTime(enteredAt),
    who: names.get(by) ?? t("events:somebody"),
    evidence: evidenceText(page, evidence),
  });
  return {
    at: deliveredAt,
    text: voided === null ? sentence : sentence + t("incidents:course.takenBack"),
    words: text,
  };
}

function voidingSteps(page: OneIncident, { duty, enteredAt, voided }: Delivery): readonly Step[] {
  const { names, language } = page;
  const { t, format } = language;
  if (voided === null) return [];
  const text = t("incidents:course.voided", {
    name: dutyName(page, duty),
    entered: format.dateTime(enteredAt),
    who: names.get(voided.by) ?? t("events:somebody"),
  });
  return [{ at: voided.enteredAt, text, words: voided.text }];
}

const evidenceText = ({ language: { t } }: OneIncident, evidence: string | null): string =>
  evidence === null ? "" : t("incidents:course.evidence", { evidence });
