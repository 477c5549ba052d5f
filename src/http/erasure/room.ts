import type { Deps } from "../deps.ts";
import { requireRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { eraseFilePages } from "./erase-file.ts";
import { eraseTextPages, textListPages } from "./erase-text.ts";
import { erasureSchema } from "../forms/erasing.ts";
import { withholdEntryPages } from "./withhold-entry.ts";

/** Erasure on a legal ground: of a text, of a file, of what an entry says. */
export const erasureRoom = {
  name: "erasure",
  routes,
  kind: "corrections",
  events: {
    TextErased: { tell: ({ format }, { digest }) => ({ values: { digest: format.digest(digest) } }) },
    FileErased: { tell: (_, { evidence }) => ({ values: { evidence } }) },
    EntryWithheld: { tell: (_, { entry, standIn }) => ({ values: { entry, evidence: standIn.payload.evidence } }) },
  },
  acts: {
    EraseText: { at: "erasure" },
    EraseFile: { at: "evidence" },
    WithholdEntry: { at: "evidence" },
  },
} satisfies Room;

function routes({ get, post }: Routes, deps: Deps): void {
  const administrator = requireRole("administrator");
  const file = eraseFilePages(deps);
  get("/technologies/:slug/evidence/:piece/files/:digest/erasure", administrator, file.show);
  post("/technologies/:slug/evidence/:piece/files/:digest/erasure", administrator, erasureSchema, file.submit, {
    again: "asked",
  });
  const entry = withholdEntryPages(deps);
  get("/technologies/:slug/evidence/:piece/withholding", administrator, entry.show);
  post("/technologies/:slug/evidence/:piece/withholding", administrator, erasureSchema, entry.submit, {
    again: "asked",
  });
  const text = eraseTextPages(deps);
  get("/technologies/:slug/erasure", administrator, textListPages(deps).show);
  get("/technologies/:slug/erasure/:digest", administrator, text.show);
  post("/technologies/:slug/erasure/:digest", administrator, erasureSchema, text.submit, { again: "asked" });
}
