import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  choice,
  choices,
  day,
  decimal,
  optionalDay,
  optionalDecimal,
  optionalText,
  requiredText,
  ticked,
  wholeNumber,
} from "../../../src/http/forms/fields.ts";
import { blankForm, readForm, refused, resumed } from "../../../src/http/forms/form.ts";
import { nest, typedFrom } from "../../../src/http/forms/typed.ts";

const commandId = "5b1f3b0e-6a36-4d0c-9f5e-0c7a4f7f1a11";

describe("the fields of a form", () => {
  it("become rows where their names have numbers, without gaps", () => {
    const typed = typedFrom({ "waves.0.reach": "10", "waves.4.reach": "50", "waves.4.days": "7", name: "x" });
    expect(typed).toEqual({ "waves.0.reach": "10", "waves.1.reach": "50", "waves.1.days": "7", name: "x" });
    expect(nest(typed)).toEqual({ waves: [{ reach: "10" }, { reach: "50", days: "7" }], name: "x" });
  });

  it("keep the order of their rows beyond nine", () => {
    const body = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`rows.${i}.n`, String(i)]));
    expect(nest(typedFrom(body))).toEqual({ rows: Array.from({ length: 12 }, (_, i) => ({ n: String(i) })) });
  });

  it("cannot reach the prototype, whatever they are called", () => {
    const body: unknown = JSON.parse('{"__proto__.x": "1", "a.constructor.prototype.x": "1", "a.__proto__": "1"}');
    expect(typedFrom(body)).toEqual({});
    expect(nest({ "__proto__.x": "1" })).toEqual({});
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  it("of any kind of body never break the reader", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string())))),
        (body) => {
          const form = readForm(z.object({ name: requiredText(20) }), body);
          expect(form.valid || form.problems.length > 0).toBe(true);
        },
      ),
    );
  });
});

describe("a field", () => {
  const read = (schema: z.ZodType, value: unknown) => {
    const form = readForm(z.object({ it: schema }), { commandId, ...(value !== undefined && { it: value }) });
    return form.valid ? form.values.it : form.problems[0]?.key;
  };

  it.each([
    [requiredText(5), " a\r\nb ", "a\nb"],
    [requiredText(5), "   ", "errors:field.required"],
    [requiredText(5), undefined, "errors:field.required"],
    [requiredText(5), "abcdef", "errors:field.tooLong"],
    [requiredText(5), "a\ud800", "errors:field.characters"],
    [requiredText(5), "a\0", "errors:field.characters"],
    [requiredText(9), "e\u0301", "\u00e9"],
    [requiredText(9, { missing: "room:nameMissing" }), "", "room:nameMissing"],
    [optionalText(5), undefined, ""],
    [choice(["a", "b"]), "c", "errors:field.choose"],
    [choice(["a", "b"]), undefined, "errors:field.choose"],
    [choices(["a", "b"]), undefined, []],
    [choices(["a", "b"]), "b", ["b"]],
    [choices(["a", "b"]), ["a", "b"], ["a", "b"]],
    [choices(["a", "b"]), ["a", "x"], "errors:field.choose"],
    [ticked(), undefined, false],
    [ticked(), "on", true],
    [wholeNumber({ least: 1, most: 9 }), " 7 ", 7],
    [wholeNumber({ least: 1, most: 9 }), "7.5", "errors:field.whole"],
    [wholeNumber({ least: 1, most: 9 }), "10", "errors:field.range"],
    [wholeNumber({ least: 1, most: 9 }), "", "errors:field.number"],
    [wholeNumber({ least: 1, most: 9000 }), "1\u202f000", 1000],
    [decimal({ least: 0, most: 1 }), "0.95", 0.95],
    [decimal({ least: 0, most: 1 }), "0,95", "errors:field.numberUnclear"],
    [decimal({ least: 0, most: 100 }), "95 %", "errors:field.noPercent"],
    [decimal({ least: 0, most: 100, percent: true }), "９５％", 95],
    [wholeNumber({ least: 1, most: 9e9 }), "1,200,000", 1_200_000],
    [decimal({ least: 0, most: 1 }), "1e-3", "errors:field.number"],
    [decimal({ least: 0, most: 1 }), "NaN", "errors:field.number"],
    [decimal({ least: 0, most: 1 }), "Infinity", "errors:field.number"],
    [optionalDecimal({ least: 0, most: 1 }), "", null],
    [optionalDecimal({ least: 0, most: 1 }), undefined, null],
    [optionalDecimal({ least: 0, most: 1 }), "2", "errors:field.range"],
    [day(), "2026-02-28", "2026-02-28"],
    [day(), "2026-02-30", "errors:field.day"],
    [day(), "2026-13-01", "errors:field.day"],
    [day(), "", "errors:field.day"],
    [optionalDay(), "", null],
  ])("%# takes or refuses what was typed", (schema, value, expected) => {
    expect(read(schema, value)).toEqual(expected);
  });
});

describe("a form", () => {
  const schema = z.object({ rows: z.array(z.object({ n: wholeNumber({ least: 1, most: 9 }) })) });

  it("names the field that is wrong as the page names it", () => {
    const form = readForm(schema, { commandId, "rows.1.n": "5", "rows.3.n": "50" });
    expect(form.valid).toBe(false);
    expect(!form.valid && form.problems).toEqual([
      { field: "rows.1.n", key: "errors:field.range", params: { minimum: 1, maximum: 9 } },
    ]);
    expect(form.typed["rows.1.n"]).toBe("50");
  });

  it("without its command id is incomplete, with everything typed kept", () => {
    const form = readForm(schema, { "rows.0.n": "5" });
    expect(form).toMatchObject({ valid: false, status: 422, typed: { "rows.0.n": "5" } });
  });

  it("keeps command id, version and text when it is refused or taken up again", () => {
    const form = readForm(schema, { commandId, version: "7", "rows.0.n": "5" });
    const kept = { commandId, version: 7, typed: { commandId, version: "7", "rows.0.n": "5" } };
    expect(form).toMatchObject({ valid: true, ...kept });
    expect(refused(form, [{ code: "X" }])).toMatchObject({ valid: false, status: 409, ...kept });
    expect(resumed(kept.typed)).toMatchObject({ valid: false, status: 200, resumed: true, ...kept });
  });

  it("that is blank has a command id of its own", () => {
    expect(blankForm().commandId).not.toBe(blankForm().commandId);
  });
});
