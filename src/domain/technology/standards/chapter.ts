import { accepted } from "../../words/decision.ts";
import type { Chapter } from "../manifest/chapter.ts";
import { stages } from "../state/stage.ts";
import type { StandardsCommand, StandardsEvent } from "../state/standards.ts";
import { unsaidNotices, withNotice } from "./notices.ts";
import { standardsPayloads } from "./payloads.ts";
import { inTransition } from "./warnings.ts";
import { toMove } from "./work.ts";

/**
 * What becomes of the standards that a technology declares: the register's days on its own stream, so that a lapse is told
 * from one stream and by the calendar alone.
 */
export const standards = {
  acts: {
    NoteStandard: { roles: ["system"], stages, decide: (t, _, f) => accepted(...unsaidNotices(t, f)) },
  },
  facts: {
    StandardMoved: {
      schema: 1,
      payload: standardsPayloads.StandardMoved,
      enteredBy: ["NoteStandard", "StateSafeguard"],
      apply: (t, notice) => ({ ...t, standardNotices: withNotice(t.standardNotices, notice) }),
    },
  },
  // A version that is being replaced already may be declared: its last day is known from the beginning.
  follows: { SafeguardStated: unsaidNotices },
  work: [{ at: 28, items: toMove }],
  warnings: [{ at: 60, items: inTransition }],
} satisfies Chapter<StandardsCommand, StandardsEvent>;
