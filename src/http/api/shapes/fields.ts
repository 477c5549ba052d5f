import { z } from "zod";
import { day } from "../../forms/fields.ts";
import { moment } from "../moment.ts";

// What JSON bodies are made of: as forms have it, with numbers that are numbers and null for what is not stated.

/** A line or a paragraph that must be there; surrounding space is dropped, line ends become "\n", NFC. */
export const text = (most: number, missing = "errors:field.required") =>
  z
    .string(missing)
    .refine((typed) => typed.isWellFormed() && !typed.includes("\0"), "errors:field.characters")
    .transform((typed) => typed.replaceAll(/\r\n?/g, "\n").trim().normalize("NFC"))
    .refine((typed) => typed !== "", missing)
    .refine((typed) => typed.length <= most, { error: "errors:field.tooLong", params: { maximum: most } })
    .meta({ type: "string", minLength: 1, maxLength: most });

/** Null, or left out, where there is none. */
export const textOrNone = (most: number) => text(most).nullable().default(null);

/** A number between these, both included. */
export const figure = (minimum: number, maximum: number) =>
  z
    .number("errors:field.number")
    .refine((value) => value >= minimum && value <= maximum, {
      error: "errors:field.range",
      params: { minimum, maximum },
    })
    .meta({ minimum, maximum });

/** A whole number between these, both included. */
export const whole = (minimum: number, maximum: number) =>
  figure(minimum, maximum).refine(Number.isInteger, "errors:field.whole").meta({ type: "integer", minimum, maximum });

/** Null, or left out: not stated, and never zero. */
export const amount = () => figure(0, 1e12).nullable().default(null);

/** True or false, in JSON's own words. */
export const truth = () => z.boolean("errors:field.choose");

/** A day that exists. */
export const dayGiven = () => day().meta({ format: "date", examples: ["2026-03-01"] });

export const when = () => moment().meta({ description: "api:about.moment", examples: ["2026-03-01T08:00:00Z"] });
