import type { RawTechnologyCommand } from "../../application/raw-command.ts";
import type { Words } from "../words.ts";

/** A deed that is one command and nothing more, as its chapter's own file of deeds words it. */
export type Single = (at: {
  readonly say: (words: Words) => { readonly text: string };
  /** Of somebody of the cast, by login. */
  readonly id: (login: string) => string;
  /** Epoch milliseconds. */
  readonly now: number;
}) => RawTechnologyCommand;
