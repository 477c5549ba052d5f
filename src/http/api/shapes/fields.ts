import { z } from "zod";
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

const mostAmount = 1e12;

/** Null, or left out: not stated, and never zero. */
export const amount = () =>
  z
    .number("errors:field.number")
    .refine((value) => value >= 0 && value <= mostAmount, {
      error: "errors:field.range",
      params: { minimum: 0, maximum: mostAmount },
    })
    .meta({ minimum: 0, maximum: mostAmount })
    .nullable()
    .default(null);

export const when = () => moment().meta({ description: "api:about.moment", examples: ["2026-03-01T08:00:00Z"] });
