import { foundBy } from "../choices/choices.ts";
import type { Deps } from "../deps.ts";
import { listRoutes } from "../lists/list-routes.ts";
import { requireRole } from "../middleware/access.ts";
import type { Room } from "../room.ts";
import type { Routes } from "../routes.ts";
import { addPersonPages, addPersonSchema } from "./add.ts";
import * as person from "./commands.ts";
import { departmentEvents } from "./department-events.ts";
import * as departments from "./departments.ts";
import { linkActions, linkSchema as newLinkSchema } from "./link.ts";
import { listPeople } from "./list.ts";
import { peopleFile } from "./people-file.ts";
import { departmentsToJoin, peopleToChoose } from "./options.ts";
import { personEvents } from "./person-events.ts";
import { personPage } from "./person.ts";
import { revokeToken } from "./tokens.ts";

/** People, their roles and links, and the departments. */
export const peopleRoom = {
  name: "people",
  routes,
  kind: "people",
  events: { ...personEvents, ...departmentEvents },
} satisfies Room;

function routes(all: Routes, deps: Deps): void {
  const { get, post } = all;
  const administrator = requireRole("administrator");
  const administratorOrAuditor = requireRole("administrator", "auditor");
  // What could keep a person out of an account, or let another in: the password is asked for once more.
  const again = { again: "asked" } as const;
  const addPerson = addPersonPages(deps);
  get("/people", administratorOrAuditor, listPeople(deps));
  listRoutes(all, "/people", administratorOrAuditor, (req, res) => peopleFile(deps, req, res));
  get("/people/new", administrator, addPerson.show);
  post("/people", administrator, addPersonSchema, addPerson.submit, { ...again, form: "/people/new" });
  const department = departments.departmentPages(deps);
  get("/people/departments", administratorOrAuditor, department.list);
  post("/people/departments", administrator, departments.addDepartmentSchema, department.add, {
    on: "/people/departments",
  });
  get("/people/departments/:key", administrator, department.edit);
  post("/people/departments/:key", administrator, departments.renameDepartmentSchema, department.rename, {
    on: "/people/departments/:key",
  });
  post("/people/departments/:key/closing", administrator, departments.closeDepartmentSchema, department.close);
  get("/people/department-choices", administratorOrAuditor, foundBy(deps, departmentsToJoin));
  get("/people/choices", administratorOrAuditor, foundBy(deps, peopleToChoose));
  const commands = person.personCommands(deps);
  get("/people/:person", administratorOrAuditor, personPage(deps));
  post("/people/:person/roles", administrator, person.roleSchema, commands.grant, { ...again, on: "/people/:person" });
  post("/people/:person/revocations", administrator, person.roleSchema, commands.revoke, {
    ...again,
    on: "/people/:person",
  });
  post("/people/:person/department", administrator, person.departmentSchema, commands.move, { on: "/people/:person" });
  post("/people/:person/deputy", administrator, person.deputySchema, commands.nameDeputy, {
    ...again,
    on: "/people/:person",
  });
  post("/people/:person/deputy-end", administrator, person.nothingSchema, commands.endDeputy, again);
  post("/people/:person/disabling", administrator, person.nothingSchema, commands.disable, again);
  post("/people/:person/enabling", administrator, person.nothingSchema, commands.enable, again);
  post("/people/:person/details", administrator, person.detailsSchema, person.changeDetails(deps), {
    ...again,
    on: "/people/:person",
  });
  post("/people/:person/session-end", administrator, person.nothingSchema, commands.endSessions, again);
  const links = linkActions(deps);
  post("/people/:person/link", administrator, newLinkSchema, links.ask, { ...again, on: "/people/:person" });
  post("/people/:person/link/confirmation", administrator, person.nothingSchema, links.confirm, again);
  post("/people/:person/link/refusal", administrator, person.nothingSchema, links.refuse);
  post("/people/:person/tokens/:token/revocation", administrator, person.nothingSchema, revokeToken(deps));
}
