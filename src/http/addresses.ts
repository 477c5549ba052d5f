import { roles as allRoles } from "../domain/people/roles.ts";
import type { Access } from "./middleware/access.ts";
import type { OutsideRoute } from "./outside/routes.ts";
import type { Again, Route } from "./routes.ts";

/** An address as `touchstone routes` prints it. */
export type Address = {
  readonly room: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Who may: these roles, or one word for more than roles can say. */
  readonly who: readonly string[];
  /** What it makes the server do, where that is more than a page; it waits for its turn. */
  readonly cost?: string;
  /** Whether the password is asked for once more. */
  readonly again?: Exclude<Again, "never">;
};

type InRoom = Route & { readonly room: string };
type OutsideInRoom = OutsideRoute & { readonly room: string };
type ForPrograms = Pick<Route, "method" | "path"> & { readonly who: readonly string[] };

/** Every address of the product, in the order of the rooms. */
export const addressesOf = (
  rooms: readonly InRoom[],
  programs: readonly ForPrograms[],
  outside: readonly OutsideInRoom[],
): readonly Address[] => [
  { room: "app", method: "GET", path: "/healthz", who: ["anyone"] },
  { room: "app", method: "GET", path: "/assets/:name", who: ["anyone"] },
  ...programs.map((address) => ({ room: "api", method: upper(address), path: address.path, who: address.who })),
  ...[...new Set(rooms.map(({ room }) => room))].flatMap((room) => [
    ...rooms.filter((route) => route.room === room).map(insideAddress),
    ...outside.filter((route) => route.room === room).map(outsideAddress),
  ]),
];

const outsideAddress = (route: OutsideInRoom): Address => ({
  room: route.room,
  method: upper(route),
  path: route.path,
  who: ["outside"],
});

const insideAddress = (route: InRoom): Address => ({
  room: route.room,
  method: upper(route),
  path: route.path,
  who: whoMay(route.access),
  ...(route.cost !== undefined && { cost: route.cost }),
  ...(route.again !== "never" && { again: route.again }),
});

const upper = ({ method }: Pick<Route, "method">): Address["method"] => (method === "get" ? "GET" : "POST");

function whoMay(access: Access): readonly string[] {
  if (access.kind === "anyone") return ["anyone"];
  if (access.kind === "signed-in") return ["signed in"];
  const every = allRoles.every((role) => access.roles.includes(role));
  const members = access.members === "all" || access.roles.length === 0 ? ["member"] : [];
  return [...(every ? ["any role"] : access.roles), ...members];
}
