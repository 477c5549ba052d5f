import { underTechnology } from "../room-words.ts";
import type { Room } from "../room.ts";
import { conditionWord, gateWord } from "../say/event-words.ts";

const ofGate: NonNullable<Room["warnings"]>[keyof NonNullable<Room["warnings"]>] = {
  href: (warning) => underTechnology(warning, `gates/${warning.subject ?? "rollout"}`),
  values: (language, { params }) => ({ gate: gateWord(language, String(params["gate"])) }),
};

/** What decisions left open, and what has become of what they stood on. */
export const gateWarnings = {
  "gate-asked-again": ofGate,
  "gate-overdue": ofGate,
  "condition-overdue": {
    href: (warning) => underTechnology(warning, `conditions/${warning.subject ?? ""}/fulfilment`),
    values: (language, { params }) => ({ condition: conditionWord(language, String(params["condition"])) }),
  },
  drift: {
    undated: true,
    href: ({ subject }) => `/decisions/${subject ?? ""}`,
    values: (language, { params, from }) => ({
      gate: gateWord(language, String(params["gate"])),
      day: language.format.date(from),
    }),
  },
  "waiver-debt": {
    href: (warning) => underTechnology(warning, "history?kind=waivers"),
    values: (language, { params, from }) => ({
      count: Number(params["count"]),
      day: language.format.date(from),
      conditions: language.format.list(
        String(params["conditions"])
          .split(" ")
          .map((key) => conditionWord(language, key)),
      ),
    }),
  },
} satisfies Room["warnings"];
