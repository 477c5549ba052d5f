import type { Request } from "express";
import type { SafeguardKind } from "../../domain/safeguards/kind.ts";
import { commonRisk } from "../../domain/safeguards/risk-library.ts";
import { riskKey } from "../../domain/safeguards/risk-register.ts";
import type { Typed } from "../forms/typed.ts";
import { queryValue } from "../request-values.ts";
import type { Language } from "../view/languages.ts";

/** What a new statement begins with, where its address names something to begin from: one of the common risks. */
export function prefilled({ key: kind }: Pick<SafeguardKind, "key">, { t }: Language, req: Request): Typed {
  const common = kind === riskKey ? commonRisk(queryValue(req, "library") ?? "") : undefined;
  if (common === undefined) return {};
  const { key, family, part } = common;
  const answers = {
    seen: "risk",
    family,
    ...(part !== undefined && { part }),
    library: key,
    riskName: t(`safeguards/risk:question.library.option.${key}`),
    ...Object.fromEntries(["cause", "event", "consequence"].map((name) => [name, t(`risk-library:${key}.${name}`)])),
  };
  return Object.fromEntries(Object.entries(answers).map(([name, value]) => [`answers.${name}`, value]));
}
