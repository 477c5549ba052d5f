import type { Locator } from "playwright-core";
import { safeguardKind } from "../../src/domain/safeguard-kinds/kinds.ts";
import type { SafeguardKey } from "../../src/domain/safeguard-kinds/kinds.ts";
import type { SafeguardKind } from "../../src/domain/safeguards/kind.ts";
import type { SafeguardQuestion } from "../../src/domain/safeguards/question.ts";
import { defaultPolicy } from "../../src/domain/policy/default/default-policy.ts";
import { optionLabel, questionLabel } from "../../src/http/stated/words.ts";
import type { Story } from "./journey-story.ts";
import type { Visitor } from "./journey-visitor.ts";

/** As somebody answers at the form: an option by its key, what is typed, what is chosen from a list by its words. */
export type Answered = { readonly [question: string]: string | number | readonly string[] | readonly Answered[] };

/** From the list of safeguards to the form of one, filled by its labels and handed in. */
export async function state(story: Story, login: string, key: SafeguardKey, answers: Answered): Promise<void> {
  const writer = await begin(story, login, key);
  await fillAnswers(writer, key, answers);
  await writer.press(writer.t("safeguards:form.submit"));
  await writer.reads(writer.t("safeguards:form.submitted"));
}

export async function begin(story: Story, login: string, key: SafeguardKey): Promise<Visitor> {
  const writer = await story.as(login);
  const { t } = writer.language;
  await writer.open(`${story.path}/safeguards`);
  await writer.follow(`${t("safeguards:begin")}${t("common:colon")}${t(`safeguards/${key}:name`)}`);
  return writer;
}

export async function fillAnswers(writer: Visitor, key: SafeguardKey, answers: Answered): Promise<void> {
  const kind: SafeguardKind = safeguardKind(key) ?? never(key);
  await fillIn(writer, kind, kind.questions(defaultPolicy), answers);
}

/** One after the other: some are asked only after others. */
async function fillIn(
  writer: Visitor,
  kind: SafeguardKind,
  questions: readonly SafeguardQuestion[],
  answers: Answered,
  within?: Locator,
): Promise<void> {
  for (const question of questions) {
    const answer = answers[question.key];
    if (answer === undefined) continue;
    if (question.section !== undefined) await unfold(writer, question.section);
    if (question.type === "rows") await fillRows(writer, kind, question, answer as readonly Answered[]);
    else await fillOne(writer, kind, question, answer as string, within);
  }
}

/** A long form shows the section where one goes on; the others are a click away. */
async function unfold(writer: Visitor, section: string): Promise<void> {
  const folded = writer.page.locator(`details[data-part="${section}"]:not([open]) > summary`);
  if ((await folded.count()) > 0) await folded.click();
}

async function fillRows(
  writer: Visitor,
  kind: SafeguardKind,
  question: SafeguardQuestion & { readonly type: "rows" },
  rows: readonly Answered[],
): Promise<void> {
  const { t } = writer.language;
  const under = `safeguards/${kind.key}:question.${question.key}`;
  for (const [index, row] of rows.entries()) {
    if (index > 0) await writer.press(t(`${under}.add`));
    const group = writer.group(t(`${under}.row`, { number: index + 1 }));
    await appear(writer, group);
    await fillIn(writer, kind, question.of, row, group);
  }
}

async function fillOne(
  writer: Visitor,
  kind: SafeguardKind,
  question: Exclude<SafeguardQuestion, { readonly type: "rows" }>,
  answer: string | number | readonly string[],
  within?: Locator,
): Promise<void> {
  const { language } = writer;
  const label = questionLabel(language, kind, question);
  const words = (value: string): string => optionLabel(language, kind, question, value);
  const legend = question.optional === true ? `${label} ${writer.t("common:form.optional")}` : label;
  const group = writer.group(legend, within);
  switch (question.type) {
    case "choice":
      await appear(writer, group);
      return writer.choose(legend, words(String(answer)), within);
    case "choices":
      await appear(writer, group);
      for (const value of [answer].flat()) await writer.tick(legend, words(String(value)), within);
      return;
    case "evidence":
      await appear(writer, group);
      for (const value of [answer].flat()) await writer.tick(legend, `${value} ·`, within);
      return;
    case "person":
    case "department":
    case "standard":
      await appear(writer, writer.field(label, within));
      return pick(writer, label, String(answer), within);
    default:
      await appear(writer, writer.field(label, within));
      return writer.fill(label, String(answer), within);
  }
}

/** With a script by typing and choosing, without one by the button that finds. */
async function pick(writer: Visitor, label: string, words: string, within?: Locator): Promise<void> {
  const field = writer.field(label, within);
  if ((await field.and(writer.page.locator("select")).count()) > 0) return writer.select(label, words, within);
  await field.pressSequentially(words);
  await writer.page.getByRole("option", { name: words }).first().click();
}

/** What hangs on an answer comes by itself where a script runs, and by a button where none does. */
async function appear(writer: Visitor, place: Locator): Promise<void> {
  if ((await place.count()) > 0) return;
  if (writer.scripted) return place.first().waitFor();
  const { t } = writer.language;
  const follow = writer.page.locator("button[data-follow]");
  await writer.press((await follow.textContent()) ?? t("safeguards:form.follow"));
}

/** Whoever may look at it accepts the newest statement of the kind. */
export async function accept(story: Story, login: string, key: SafeguardKey): Promise<void> {
  const reviewer = await story.as(login);
  const { t } = reviewer.language;
  const { safeguards } = await story.technology();
  const item = safeguards.findLast(({ kind }) => kind === key)?.item ?? never(key);
  await reviewer.open(`${story.path}/safeguards/${item}`);
  await reviewer.choose(t("safeguards:review.legend"), t("safeguards:review.option.accepted"));
  await reviewer.press(t("safeguards:review.submit"));
  await reviewer.reads(t("safeguards:review.accepted"));
}

function never(what: string): never {
  throw new Error(`There is no ${what}`);
}
