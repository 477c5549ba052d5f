import { randomUUID } from "node:crypto";
import { handle } from "../../src/application/handle.ts";
import { onStandard } from "../../src/application/on-standard.ts";
import type { Raw } from "../../src/application/raw-command.ts";
import type { Services } from "../../src/application/services.ts";
import type { RuleSet } from "../../src/domain/standards/rule-set.ts";
import type { StandardCommand } from "../../src/domain/standards/standard.ts";
import { addDays } from "../../src/domain/words/days.ts";

/** An interface standard of the register with its versions: each, a day later, takes the place of the one before, which counts on for a year. */
export async function withStandard(
  services: Services,
  administrator: string,
  standard: string,
  versions: readonly string[],
  rules: RuleSet | null = null,
): Promise<void> {
  const today = services.today();
  const name = { en: standard, zh: standard };
  const [department = ""] = services.views.departments.keys();
  const ask = async (command: Raw<StandardCommand>): Promise<void> => {
    const actor = { id: administrator, roles: ["administrator"] as const };
    const outcome = await handle(
      services,
      { actor, role: "administrator", commandId: randomUUID() },
      onStandard(standard, command),
    );
    if (outcome.kind !== "accepted") throw new Error(JSON.stringify(outcome));
    await services.views.catchUp();
  };
  const owner = { kind: "department", department } as const;
  await ask({ type: "AddStandard", standard, kind: "interface", name, owner });
  for (const [n, version] of versions.entries()) {
    await ask({ type: "DraftStandard", version, text: { text: `Version ${version}` }, link: null, rules });
    const until = n === 0 ? null : addDays(today, 365);
    await ask({
      type: "PublishStandard",
      version,
      inForceOn: addDays(today, n + 1 - versions.length),
      until,
      reason: null,
    });
  }
}
