import type { Deps } from "../deps.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import type { OutsideRoutes } from "../outside/routes.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { atomFeed, jsonFeed } from "./feeds.ts";
import { listOutside } from "./list.ts";
import { overviewPage, releaseForm, withholdForm } from "./overview.ts";
import { programFile, proofFile, verifyPage } from "./proof.ts";
import { statementForm } from "./statement.ts";
import { previewPage, technologyOutside } from "./technology.ts";

/** What people without an account are told of technologies: the pages outside, and how they come about. */
export const publicationRoom = {
  name: "publication",
  page: "publication",
  routes,
  outside,
  kind: "publication",
  events: {
    PublicStatementWritten: { tell: (_, { texts }) => ({ values: { count: texts.length } }) },
    PublicPartWithheld: {
      tell: ({ t }, { part, ground }) => ({
        values: {
          part: part === "everything" ? t("publication:everything") : t(`words:publicPart.${part}`),
          ground: t(`publication:ground.${ground}`),
        },
      }),
      mark: () => ({ glyph: "blind", word: "withheld" }),
    },
    PublicPartReleased: {
      tell: ({ t }, { part }) => ({
        values: { part: part === "everything" ? t("publication:everything") : t(`words:publicPart.${part}`) },
      }),
    },
    DecisionPublished: {
      tell: ({ t }, { gate, decision }) => ({ values: { gate: t(`words:gate.${gate}`), decision } }),
    },
  },
  acts: {
    WritePublicStatement: { at: "publication/statement", from: ["technology"] },
    WithholdPublicPart: { at: "publication/withholding" },
    ReleasePublicPart: { at: "publication" },
  },
} satisfies Room;

function routes({ get, post }: Routes, deps: Deps): void {
  const address = "/technologies/:slug/publication";
  get(address, anyRole, overviewPage(deps));
  get(`${address}/preview`, anyRole, previewPage(deps));
  const statement = statementForm(deps);
  get(`${address}/statement`, requireRole("planner"), statement.show);
  post(`${address}/statement`, requireRole("planner"), statement.schema, statement.submit);
  const mayWithhold = requireRole("approver", "administrator");
  const withhold = withholdForm(deps);
  get(`${address}/withholding`, mayWithhold, withhold.show);
  post(`${address}/withholding`, mayWithhold, withhold.schema, withhold.submit);
  const release = releaseForm(deps);
  get(`${address}/release`, mayWithhold, release.show);
  post(`${address}/release`, mayWithhold, release.schema, release.submit);
}

function outside({ get }: OutsideRoutes, deps: Deps): void {
  get("pages", "/public", listOutside(deps));
  get("pages", "/public/verify", verifyPage(deps));
  get("pages", "/public/check-proof.mjs", programFile);
  get("pages", "/public/feed.atom", atomFeed(deps));
  get("pages", "/public/feed.json", jsonFeed(deps));
  get("pages", "/public/technologies/:slug", technologyOutside(deps));
  get("pages", "/public/technologies/:slug/proof.json", proofFile(deps));
}
