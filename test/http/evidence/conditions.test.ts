import { expect, it } from "vitest";
import { layouts } from "../../../src/evidence/layouts.ts";
import { mappingModel } from "../../../src/http/evidence/mapping-form.ts";
import { blankForm } from "../../../src/http/forms/form.ts";
import { languageIn } from "../../support/journey-visitor.ts";

/** Columns of which the form asks which cells mean yes. */
const asked = (format: string): string[] =>
  (
    mappingModel(languageIn("en"), blankForm({ "mapping.format": format }), { headings: ["a"], sample: [] }).layout
      ?.columns ?? []
  )
    .filter(({ condition }) => condition !== null)
    .map(({ heading }) => heading.label);

it("asks which cells mean yes where a column says yes or no, in either language, and nowhere else", () => {
  const all = layouts.map(({ name }) => [name, asked(name)] as const);
  expect(Object.fromEntries(all.filter(([, columns]) => columns.length > 0))).toEqual({
    "outcomes-csv": ["outcome", "prediction"],
    "incidents-csv": ["severity", "planned"],
    "probes-csv": ["up"],
  });
});
