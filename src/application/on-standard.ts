import type { StandardFacts } from "../domain/standards/decide-standard.ts";
import type { Standard, StandardCommand, StandardEvent } from "../domain/standards/standard.ts";
import { standards } from "../domain/standards/standards-stream.ts";
import type { Envelope } from "../domain/stream.ts";
import type { JsonObject } from "../domain/words/json.ts";
import type { TextRef } from "../domain/words/text.ts";
import type { Ledger } from "../ledger/port.ts";
import { gatherFacts } from "./facts.ts";
import { noteStandards } from "./note-standards.ts";
import type { Raw } from "./raw-command.ts";
import { seal } from "./seal.ts";
import type { Services } from "./services.ts";
import type { Submission } from "./outcome.ts";
import type { Task } from "./task.ts";

type StandardTask = Task<StandardEvent & Envelope, Standard | null, StandardCommand, StandardFacts>;

/**
 * Adds a standard, or changes what the register has of it.
 *
 * @param key its short name
 */
export const onStandard = (key: string, command: Raw<StandardCommand>): StandardTask => ({
  stream: standards,
  id: key,
  bound: { standard: key, command: command as unknown as JsonObject },
  exists: command.type !== "AddStandard",
  facts: factsOf,
  prepare: async ({ ledger }, state) => {
    const known = command.type === "RedraftStandard" ? await wordsOf(ledger, state, command.version) : new Map();
    const { value, texts } = seal<StandardCommand>(command, known);
    return { command: value, texts, ...(value.type === "EraseStandardText" && { erasures: [value.digest] }) };
  },
  after: (services) => followUp(services, key, command.type),
});

/** Those concerned are told at once; whoever was missed is told by the sweep. */
async function followUp(services: Services, key: string, type: StandardCommand["type"]): Promise<void> {
  // Which command brought erased words cannot be told from them.
  if (type === "EraseStandardText") await services.ledger.forgetCommands(standards.nameOf(key));
  const standard = services.views.standards.of(key);
  if (standard !== null && (type === "PublishStandard" || type === "WithdrawStandard"))
    await noteStandards(services, [standard]);
}

function factsOf(services: Services, { actor }: Submission): StandardFacts {
  const { now, today, people, departments, policy } = gatherFacts(services, actor);
  return { now, today, actor, people, departments, transitionDays: policy.safeguards.standards.transitionDays };
}

/** The words that a draft has: a form sent again with them changes nothing. */
async function wordsOf(ledger: Ledger, state: Standard | null, which: string): Promise<ReadonlyMap<string, TextRef>> {
  const digest = state?.versions.find(({ version }) => version === which)?.text ?? null;
  const stored = digest === null ? null : await ledger.privateText(digest);
  return stored === null || stored === "erased" ? new Map() : new Map([[stored.text, stored.digest as TextRef]]);
}
