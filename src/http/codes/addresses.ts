import type { Request } from "express";
import type { Config } from "../../config.ts";
import { originOf } from "../origin.ts";

/** The whole address of a code, as QR codes and cards have it. @param path where whoever holds such a code is led */
export const addressOfCode = (req: Request, config: Pick<Config, "origin">, path: string, code: string): string =>
  `${originOf(req, config)}${path}/${code}`;

/** The address that a card asks to type the code at. */
export const addressToType = (req: Request, config: Pick<Config, "origin">, path: string): string =>
  `${originOf(req, config)}${path}`.replace(/^https?:\/\//, "");
