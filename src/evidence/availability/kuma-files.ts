import { membersOf, parsedJson, type WholeFile } from "../whole-files.ts";

/** A row of Kuma's table of heartbeats; "" where a field is absent. */
export interface Beat {
  /** Number of the monitor. */
  readonly monitor: string;
  /** Name of the monitor, where the rows were exported together with it. */
  readonly name: string;
  readonly status: string;
  readonly time: string;
  /** As the file has it. */
  readonly raw: unknown;
}

/** The names of monitors by number and the heartbeats, in whichever of Kuma's places they stand. */
export function contentOf(file: WholeFile): { readonly names: Map<string, string>; readonly beats: Beat[] } {
  const whole = parsedJson(file);
  if (Array.isArray(whole)) return { names: new Map(), beats: beatsIn(whole) };
  const members = membersOf(whole) ?? {};
  const groups = listed(members["publicGroupList"]).flatMap((group) => listed(membersOf(group)?.["monitorList"]));
  const monitors = [...listed(members["monitorList"]), ...listed(members["monitor"]), ...groups];
  const names = new Map(
    monitors.flatMap((monitor) => {
      const { id, name } = membersOf(monitor) ?? {};
      return text(id) === "" || text(name) === "" ? [] : [[text(id), text(name)] as const];
    }),
  );
  const beats = ["heartbeatList", "heartbeats", "heartbeat"].flatMap((key) => beatsIn(members[key]));
  return { names, beats };
}

/** A list of heartbeats, or an object of such lists by the monitor's number. */
function beatsIn(value: unknown): Beat[] {
  if (Array.isArray(value)) return value.map((beat: unknown) => beatOf(beat, ""));
  return Object.entries(membersOf(value) ?? {}).flatMap(([monitor, list]) =>
    listed(list).map((beat) => beatOf(beat, monitor)),
  );
}

function beatOf(raw: unknown, monitor: string): Beat {
  const beat = membersOf(raw) ?? {};
  const own = beat["monitor_id"] ?? beat["monitorID"] ?? beat["monitorId"];
  return {
    monitor: text(own) === "" ? monitor : text(own),
    name: text(beat["name"] ?? beat["monitor_name"]),
    status: text(beat["status"]),
    time: text(beat["time"]),
    raw,
  };
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : Object.values(membersOf(value) ?? {});
}

/** The trimmed text of a string or number, "" for anything else. */
export function text(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}
