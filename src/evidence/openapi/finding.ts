import type { InterfaceRuleName } from "../../domain/evidence/interface-rules.ts";

/** A place where a description does not do what a rule asks. */
export interface Place {
  readonly rule: InterfaceRuleName;
  /** JSON pointer into the document: `#/paths/~1permits/get`. */
  readonly pointer: string;
}
