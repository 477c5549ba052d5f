import type { Request } from "express";
import type { Config } from "../../config.ts";
import { originOf } from "../origin.ts";

/** Where whoever holds a code answers; short, since it is printed and typed. */
export const answerPath = "/q";

/** The whole address of a code, as QR codes and cards have it. */
export const addressOfCode = (req: Request, config: Pick<Config, "origin">, code: string): string =>
  `${originOf(req, config)}${answerPath}/${code}`;

/** The address that a card asks to type the code at. */
export const addressToType = (req: Request, config: Pick<Config, "origin">): string =>
  `${originOf(req, config)}${answerPath}`.replace(/^https?:\/\//, "");
