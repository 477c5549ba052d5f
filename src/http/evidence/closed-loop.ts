import { formats } from "../../evidence/formats.ts";

/** Whether the tool waits for an answer before it asks again. */
export const isClosedLoop = (name: string): boolean =>
  formats.some((format) => format.name === name && format.closedLoop === true);
