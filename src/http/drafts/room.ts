import type { Deps } from "../deps.ts";
import { signedIn } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { draftPages, dropDraftSchema } from "./drafts.ts";

/** What was typed into forms and is not sent: for its writer alone. */
export const draftsRoom = { name: "drafts", routes } satisfies Room;

function routes({ get, post }: Routes, deps: Deps): void {
  const drafts = draftPages(deps);
  get("/drafts/:draft", signedIn, drafts.open);
  post("/drafts/:draft/deletion", signedIn, dropDraftSchema, drafts.drop);
}
