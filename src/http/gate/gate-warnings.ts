import { underTechnology } from "../room-words.ts";
import type { Room } from "../room.ts";
import { conditionWord } from "../say/event-words.ts";

/** What decisions left open, and what has become of what they stood on. */
export const gateWarnings = {
  "condition-overdue": {
    href: (warning) => underTechnology(warning, `conditions/${warning.subject ?? ""}/fulfilment`),
    values: (language, { params }) => ({ condition: conditionWord(language, String(params["condition"])) }),
  },
} satisfies Room["warnings"];
