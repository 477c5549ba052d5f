import { formats } from "../../evidence/formats.ts";

/** A format as its tool calls it; the stored name where a later version no longer knows it. */
export const formatTitle = (name: string): string => formats.find((format) => format.name === name)?.title ?? name;
