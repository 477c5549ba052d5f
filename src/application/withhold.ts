import type { JsonObject } from "../domain/words/json.ts";
import type { Technology } from "../domain/technology/state/technology.ts";
import { technologyStream } from "../domain/technology/streams.ts";
import { handle } from "./handle.ts";
import type { Outcome, TechnologySubmission } from "./outcome.ts";
import type { CommandOf, RawText } from "./raw-command.ts";
import { rememberedToo } from "./piece-mapping.ts";
import { seal } from "./seal.ts";
import type { Services } from "./services.ts";
import { technologyFrame } from "./technology-task.ts";

interface WithholdSubmission extends TechnologySubmission {
  /** Ledger position. */
  readonly entry: number;
  readonly ground: RawText;
}

/**
 * Takes an entry's content away for good on a legal ground: the entry that says so and the removal of the bytes are one
 * commit. What the ledger keeps of it (its hash above all) stands in that entry, so that every proof still holds.
 */
export async function withholdEntry(
  services: Services,
  { technology, entry, ground, ...submission }: WithholdSubmission,
): Promise<Outcome> {
  const remains = await services.ledger.remains(entry);
  const state = await services.views.technologyState(technology);
  const forget = state && (await rememberedToo(services, state, ({ position }) => position === entry));
  const outcome = await handle(services, submission, {
    ...technologyFrame,
    id: technology,
    bound: { technology, type: "WithholdEntry", entry, ground: { ...ground } } satisfies JsonObject,
    prepare: async (_, state) => {
      const { value, texts } = seal<Pick<CommandOf<"WithholdEntry">, "ground">>({ ground });
      const command = { type: "WithholdEntry", entry, remains: remains ?? nothing, ...value } as const;
      return { command, texts, withholds: [entry], erasures: wordsBeside(state, entry) };
    },
  });
  // Their digests were taken over what was measured, labels included.
  if (outcome.kind === "accepted" || outcome.kind === "repeated") {
    await forget?.();
    await services.ledger.forgetCommands(technologyStream(technology));
  }
  return outcome;
}

/** What the entry keeps beside the ledger goes with it: what was said of its headings, and the names of its groups. */
const wordsBeside = (t: Technology | null, entry: number): readonly string[] =>
  (t?.evidence ?? []).flatMap(({ position, mappingText, groupWords = [] }) =>
    position === entry ? [...(mappingText == null ? [] : [mappingText]), ...groupWords.map(({ group }) => group)] : [],
  );

/** Of an entry that is not there or withheld already; the decider refuses both. */
const nothing = {
  hash: "",
  version: 0,
  type: "",
  schema: 0,
  time: "",
  actor: "",
  role: "",
  command: "",
  effects: null,
};
