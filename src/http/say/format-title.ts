import { formats } from "../../evidence/formats.ts";
import type { Language } from "../view/languages.ts";

/** A format in the words of the timeline, else as its tool is called; the stored name where a later version no longer knows it. */
export const formatTitle = ({ t }: Language, name: string): string =>
  t.has(`events:format.${name}`)
    ? t(`events:format.${name}`).trim()
    : (formats.find((format) => format.name === name)?.title ?? name);
