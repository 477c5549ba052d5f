import { describe, expect, it, test } from "vitest";
import { answersIn } from "../../../src/http/forms/answers.ts";
import { blankForm } from "../../../src/http/forms/form.ts";
import type { FormState } from "../../../src/http/forms/form.ts";
import { fieldsOf, outcomeOfForm } from "../../../src/http/forms/show.ts";
import { labelsIn } from "../../../src/http/view/fields-in.ts";
import type { Locale } from "../../../src/http/view/locale.ts";
import { realViews } from "../view/support.ts";

const views = realViews();

const typed = {
  "items.use.score": "4",
  "items.use.comment": "They found it.\nAt once.",
  day: "2026-03-02",
  rate: "12",
  where: ["b", "c"],
  office: "works",
  empty: "",
  password: "not on any page",
  unseen: "of no box",
};

/** A page whose model has its fields in another order than its template. */
function pageOf(locale: Locale, form: FormState = blankForm(typed)) {
  const language = views.languages.of(locale);
  const fields = fieldsOf(form, language);
  const office = [
    { value: "works", label: "Public works" },
    { value: "parks", label: "Parks" },
  ];
  const model = {
    last: fields.password("password", { label: "Password" }),
    office: fields.select("office", { label: "Office", choose: true, options: office }),
    rows: [
      {
        comment: fields.textarea("items.use.comment", { label: "Why" }),
        score: fields.radios("items.use.score", {
          legend: "Is it easy to use?",
          options: [
            { value: "3", label: "With help", anchor: "3" },
            { value: "4", label: "Mostly", anchor: "4" },
          ],
        }),
      },
    ],
    day: fields.date("day", { label: "Begins" }),
    rate: fields.number("rate", { label: "Rate", unit: "requests a second" }),
    empty: fields.text("empty", { label: "Remark" }),
    where: fields.checkboxes("where", {
      legend: "Where",
      options: [{ value: "a", label: "North" }],
      more: {
        title: "2 more",
        options: [
          { value: "b", label: "South" },
          { value: "c", label: "West" },
        ],
      },
    }),
    unseen: fields.text("unseen", { label: "On no page" }),
  };
  const [row] = model.rows;
  const drawn = [
    views.part("components/radios", locale, row!.score),
    views.part("components/field", locale, row!.comment),
    ...[model.day, model.rate].map((field) => views.part("components/field", locale, field)),
    views.part("components/checkboxes", locale, model.where),
    ...[model.office, model.empty, model.last].map((field) => views.part("components/field", locale, field)),
  ];
  return { language, model, page: drawn.join("") };
}

describe("what a form is about to record", () => {
  it("is said in the words of its page and in the order of its page, choices by what they are called", () => {
    const { language, model, page } = pageOf("en");
    expect(answersIn(model, page, language).map(({ label, answers }) => [label, ...answers])).toEqual([
      ["Is it easy to use?", "4: Mostly"],
      ["Why", "They found it.\nAt once."],
      ["Begins", language.format.date("2026-03-02")],
      ["Rate", "12 requests a second"],
      ["Where", "South", "West"],
      ["Office", "Public works"],
    ]);
  });

  it("says days and anchors as Chinese says them", () => {
    const { language, model, page } = pageOf("zh-CN");
    const said = answersIn(model, page, language).flatMap(({ answers }) => answers);
    expect(said).toContain("4：Mostly");
    expect(said.join()).toContain("2026年3月2日");
  });

  it("never says a password", () => {
    const { language, model, page } = pageOf("en");
    expect(JSON.stringify(answersIn(model, page, language))).not.toContain("not on any page");
  });
});

test.each([
  ["en", "Begins: Enter a real date", "“Is it easy to use?” – Choose one of the answers given"],
  ["zh-CN", "Begins：请填写真实日期", "“Is it easy to use?”——请从所列各项中选择"],
] as const)("the summary of what is wrong says of each line which answer it means (%s)", (locale, day, score) => {
  const problems = [
    { field: "day", key: "errors:field.day", params: {} },
    { field: "items.use.score", key: "errors:field.choose", params: {} },
    { field: "", key: "errors:form.incomplete", params: {} },
  ];
  const form: FormState = { ...blankForm(typed), status: 422, problems };
  const { language, model } = pageOf(locale, form);
  const { errors } = outcomeOfForm(form, language, new Map() as never, labelsIn(model));
  expect(errors?.errors.map(({ text }) => text)).toEqual([day, score, language.t("errors:form.incomplete")]);
});
