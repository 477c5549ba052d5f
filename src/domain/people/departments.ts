import { accepted, rejected } from "../words/decision.ts";
import type { Decision, Reason } from "../words/decision.ts";
import type { Named } from "../words/named.ts";
import type { ActorFacts } from "./facts.ts";
import { when } from "../words/reasons.ts";

/** The departments of the body, one stream for all. A closed one keeps its past and takes on nothing new. */
export type DepartmentEvent =
  | {
      readonly type: "DepartmentAdded";
      readonly schema: 1;
      readonly payload: { readonly key: string; readonly name: Named };
    }
  | {
      readonly type: "DepartmentRenamed";
      readonly schema: 1;
      readonly payload: { readonly key: string; readonly name: Named };
    }
  | { readonly type: "DepartmentClosed"; readonly schema: 1; readonly payload: { readonly key: string } };

export type DepartmentCommand =
  | { readonly type: "AddDepartment"; readonly key: string; readonly name: Named }
  | { readonly type: "RenameDepartment"; readonly key: string; readonly name: Named }
  | { readonly type: "CloseDepartment"; readonly key: string };

export interface Department {
  readonly key: string;
  readonly name: Named;
  readonly closed: boolean;
}

export type Departments = readonly Department[];

export function evolveDepartments(state: Departments, event: DepartmentEvent): Departments {
  const { key } = event.payload;
  const change = (to: Partial<Department>): Departments =>
    state.map((department) => (department.key === key ? { ...department, ...to } : department));
  switch (event.type) {
    case "DepartmentAdded":
      return [...state, { key, name: event.payload.name, closed: false }];
    case "DepartmentRenamed":
      return change({ name: event.payload.name });
    case "DepartmentClosed":
      return change({ closed: true });
    default:
      return event satisfies never;
  }
}

export interface DepartmentFacts {
  readonly actor: ActorFacts;
}

export function decideDepartments(
  state: Departments,
  command: DepartmentCommand,
  { actor }: DepartmentFacts,
): Decision<DepartmentEvent> {
  const { type, key } = command;
  const department = state.find((department) => department.key === key);
  const reasons = administers(actor);
  switch (type) {
    case "AddDepartment":
      return unless([...reasons, ...keyReasons(key, department), ...nameReasons(command.name)], {
        type: "DepartmentAdded",
        schema: 1,
        payload: { key, name: command.name },
      });
    case "RenameDepartment":
      return unless([...reasons, ...openReasons(key, department), ...nameReasons(command.name, department)], {
        type: "DepartmentRenamed",
        schema: 1,
        payload: { key, name: command.name },
      });
    case "CloseDepartment":
      return unless([...reasons, ...openReasons(key, department)], {
        type: "DepartmentClosed",
        schema: 1,
        payload: { key },
      });
    default:
      return type satisfies never;
  }
}

const administers = (actor: ActorFacts): readonly Reason[] =>
  when(actor.id !== "system" && !actor.roles.includes("administrator"), "RoleMissing", undefined, {
    person: actor.id,
    roles: ["administrator"],
  });

const keyReasons = (key: string, department: Department | undefined): readonly Reason[] => [
  ...when(!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(key) || key.length > 40, "DepartmentKeyMalformed", "key", { key }),
  ...when(department !== undefined, "DepartmentExists", "key", { key }),
];

const openReasons = (key: string, department: Department | undefined): readonly Reason[] => [
  ...when(department === undefined, "DepartmentUnknown", "key", { department: key }),
  ...when(department?.closed ?? false, "DepartmentClosed", "key", { department: key }),
];

const nameReasons = ({ en, zh }: Named, department?: Department): readonly Reason[] => [
  ...when(en.trim() === "" || en.length > 120, "DepartmentNameMalformed", "name.en"),
  ...when(zh.trim() === "" || zh.length > 120, "DepartmentNameMalformed", "name.zh"),
  ...when(department?.name.en === en && department.name.zh === zh, "NothingChanged", "name"),
];

const unless = (reasons: readonly Reason[], event: DepartmentEvent): Decision<DepartmentEvent> =>
  reasons.length > 0 ? rejected(...reasons) : accepted(event);
