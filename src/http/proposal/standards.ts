import { standardLabelled } from "../../domain/standards/labelled.ts";
import type { Register } from "../../domain/standards/register.ts";
import type { Language } from "../view/languages.ts";

/** A standard that the proposal names: those of the register lead there, of the others it is said. */
export const standardsNamed = (
  { t }: Language,
  register: Register,
  labels: readonly string[],
): readonly { readonly label: string; readonly href: string | null; readonly note: string | null }[] =>
  labels.map((label) => {
    const standard = standardLabelled(register, label);
    return standard === null
      ? { label, href: null, note: t("proposal:standards.unknown") }
      : { label, href: `/standards/${standard.standard}`, note: null };
  });
