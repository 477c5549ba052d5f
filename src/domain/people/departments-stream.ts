import { namedShape } from "../words/named-shape.ts";
import { object, text } from "../words/shape.ts";
import { oneStream } from "../stream.ts";
import type { Envelope, Stream } from "../stream.ts";
import { decideDepartments, evolveDepartments } from "./departments.ts";
import type { DepartmentCommand, DepartmentEvent, DepartmentFacts, Departments } from "./departments.ts";
import { departmentsStream } from "./streams.ts";

/** The departments of the body: one stream for all of them. */
export const departments: Stream<DepartmentEvent & Envelope, Departments, DepartmentCommand, DepartmentFacts> = {
  ...oneStream(departmentsStream),
  events: {
    DepartmentAdded: { schema: 1, payload: object({ key: text, name: namedShape }) },
    DepartmentRenamed: { schema: 1, payload: object({ key: text, name: namedShape }) },
    DepartmentClosed: { schema: 1, payload: object({ key: text }) },
  },
  initial: [],
  evolve: evolveDepartments,
  decide: decideDepartments,
  rolesToEnter: () => house,
};

const house: ReadonlySet<string> = new Set(["administrator", "system"]);
