import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { borrowPages, borrowSchema } from "./borrow.ts";
import { offerPages, offerSchema } from "./offer.ts";
import { borrowedPages, putAwayStatement } from "./piece.ts";
import { statementRoutes } from "../statement-routes.ts";
import { underTechnology } from "../room-words.ts";
import type { ListedWarning } from "../../projections/warnings/types.ts";
import { sharingPages } from "./sharing.ts";

/** Evidence that departments share. */
export const sharingRoom = {
  name: "sharing",
  page: "sharing",
  routes,
  kind: "sharing",
  events: {
    EvidenceOffered: {
      tell: (_, { evidence, to }) => ({
        values: { evidence, count: to === "all" ? 0 : to.length },
        ...(to === "all" ? { variant: "EvidenceOffered_all" } : to.length === 0 && { variant: "EvidenceOffered_none" }),
      }),
    },
    EvidenceBorrowed: {
      tell: ({ t }, { borrowed, kind, origin }) => ({
        values: { borrowed, kind: t(`words:kind.${kind}`), evidence: origin.evidence },
      }),
    },
    BorrowedPutAway: {
      tell: (_, { borrowed }) => ({ values: { borrowed } }),
      mark: () => ({ glyph: "withdrawn", word: "withdrawn" }),
    },
    BorrowedMoved: {
      tell: ({ t }, { borrowed, because }) => ({ values: { borrowed, state: t(`sharing:state.${because}`) } }),
      mark: () => ({ glyph: "drifted", word: "drifted" }),
    },
  },
  acts: {
    OfferEvidence: { at: "sharing/offer" },
    BorrowEvidence: { at: "sharing/borrowed" },
    PutBorrowedAway: { at: "sharing" },
  },
  warnings: {
    "borrowed-drifted": { href: toPiece },
    "borrowed-lapses": { href: toPiece },
  },
} satisfies Room;

/** The piece that is meant. */
function toPiece({ technology, subject }: ListedWarning): string {
  return underTechnology({ technology }, `sharing/pieces/${subject ?? ""}`);
}

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const sharing = sharingPages(deps);
  get("/technologies/:slug/sharing", anyRole, sharing.show);
  listRoutes(all, "/technologies/:slug/sharing", anyRole, sharing.list);
  get("/technologies/:slug/sharing/pieces/:borrowed", anyRole, borrowedPages(deps).show);
  statementRoutes(all, deps, putAwayStatement);
  const borrow = borrowPages(deps);
  get("/technologies/:slug/sharing/borrowed", requireRole("planner"), borrow.show);
  post("/technologies/:slug/sharing/borrowed", requireRole("planner"), borrowSchema, borrow.submit);
  const offer = offerPages(deps);
  get("/technologies/:slug/sharing/offer", requireRole("planner"), offer.show);
  post("/technologies/:slug/sharing/offer", requireRole("planner"), offerSchema, offer.submit);
}
