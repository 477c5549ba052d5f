import { foundBy } from "../choices/choices.ts";
import { versionChoices } from "../choices/standards.ts";
import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { anyRole, requireRole } from "../middleware/access.ts";
import { underTechnology } from "../room-words.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import type { Language } from "../view/languages.ts";
import { addPages, addSchema, changePages, changeSchema } from "./add.ts";
import { draftPages, draftSchema, dropSchema, redraftPages, redraftSchema } from "./draft.ts";
import { erasureSchema } from "../forms/erasing.ts";
import { erasurePages } from "./erasure.ts";
import { movedEvent, standardEvents } from "./event-words.ts";
import { publicationPages, publicationSchema } from "./publication.ts";
import { registerPages } from "./register.ts";
import { standardShown } from "./standard.ts";
import { versionShown } from "./version.ts";
import { moveSaid, subjectOf } from "./move-work.ts";
import { withdrawalPages, withdrawalSchema } from "./withdrawal.ts";

/** The register of standards: their versions, what is in force, what is being changed and by when. */
export const standardsRoom = {
  name: "standards",
  routes,
  kind: "standards",
  events: { ...standardEvents, StandardMoved: movedEvent },
  work: {
    "move-standard": {
      group: "own",
      href: (item) => underTechnology(item, `safeguards/${subjectOf(item.subject).item}/edit`),
      subject: ({ t }, _, subject) => moveSaid(t, subjectOf(subject)),
    },
  },
  warnings: {
    "standard-in-transition": {
      href: (warning) => underTechnology(warning, "safeguards"),
      values: ({ t }, { params }) => ({
        standard: `${String(params["standard"])} ${String(params["version"])}`,
        successor:
          params["successor"] === ""
            ? t("warnings:noSuccessor")
            : t("warnings:successor", { version: String(params["successor"]) }),
      }),
    },
  },
} satisfies Room;

const versions = ({ services }: Deps, language: Language) =>
  versionChoices(services.views.standards.all(), language, { today: services.today(), address: "/standards/choices" });

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const administrator = requireRole("administrator");
  const register = registerPages(deps);
  get("/standards", anyRole, register.show);
  listRoutes(all, "/standards", anyRole, register.list);
  get("/standards/choices", anyRole, foundBy(deps, versions));
  const add = addPages(deps);
  get("/standards/new", administrator, add.show);
  post("/standards/new", administrator, addSchema, add.submit);
  get("/standards/:standard", anyRole, standardShown(deps));
  const change = changePages(deps);
  get("/standards/:standard/change", administrator, change.show);
  post("/standards/:standard/change", administrator, changeSchema, change.submit);
  const draft = draftPages(deps);
  get("/standards/:standard/versions/new", administrator, draft.show);
  post("/standards/:standard/versions/new", administrator, draftSchema, draft.submit);
  const version = "/standards/:standard/versions/:version";
  get(version, anyRole, versionShown(deps));
  const redraft = redraftPages(deps);
  get(`${version}/draft`, administrator, redraft.show);
  post(`${version}/draft`, administrator, redraftSchema, redraft.submit);
  post(`${version}/dropping`, administrator, dropSchema, redraft.drop);
  const publication = publicationPages(deps);
  get(`${version}/publication`, administrator, publication.show);
  post(`${version}/publication`, administrator, publicationSchema, publication.submit);
  const withdrawal = withdrawalPages(deps);
  get(`${version}/withdrawal`, administrator, withdrawal.show);
  post(`${version}/withdrawal`, administrator, withdrawalSchema, withdrawal.submit);
  const erasure = erasurePages(deps);
  get(`${version}/erasure`, administrator, erasure.show);
  post(`${version}/erasure`, administrator, erasureSchema, erasure.submit);
}
