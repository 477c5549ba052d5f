/** What a monitoring tool saw of services: epoch milliseconds. */
export interface Watched {
  readonly services: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly down: readonly Stretch[];
  readonly planned: readonly Stretch[];
}

export interface Stretch {
  readonly service: string;
  readonly from: number;
  readonly to: number;
}

const stamp = (at: number): string => new Date(at).toISOString().replace(".000Z", "Z");
const announced = ({ from }: Stretch): number => from - 5 * 86_400_000;

/** A record of stretches: what was observed, what was planned and announced, each outage. */
export function outageRows({ services, from, to, down, planned }: Watched): string {
  return [
    "service,from,to,type,announced",
    ...services.map((service) => `${service},${stamp(from)},${stamp(to)},observed,`),
    ...planned.map((stretch) => `${row(stretch)},planned,${stamp(announced(stretch))}`),
    ...down.map((stretch) => `${row(stretch)},outage,`),
    "",
  ].join("\n");
}

const row = ({ service, from, to }: Stretch): string => `${service},${stamp(from)},${stamp(to)}`;

/** A service desk's list of disruptions and maintenance; a row without a kind is a disruption. */
export function serviceDeskRows({ services, from, to, down, planned }: Watched): string {
  return [
    "service,start,end,kind,severity,planned,announced",
    ...services.map((service) => `${service},${stamp(from)},${stamp(to)},observed,,,`),
    ...planned.map((stretch) => `${row(stretch)},maintenance,,yes,${stamp(announced(stretch))}`),
    ...down.map((stretch) => `${row(stretch)},,major,no,`),
    "",
  ].join("\n");
}

const minute = 60_000;

/** A check every five minutes. */
export function* probeRows({ services, from, to, down, planned }: Watched): Generator<string> {
  yield "service,time,up,planned\n";
  for (const service of services) {
    const at = (list: readonly Stretch[], time: number) =>
      list.find((stretch) => stretch.service === service && stretch.from <= time && time < stretch.to);
    for (let time = from; time < to; time += 5 * minute) {
      const window = at(planned, time);
      const up = window === undefined && at(down, time) === undefined;
      yield `${service},${stamp(time)},${up},${window === undefined ? "" : stamp(announced(window))}\n`;
    }
  }
}

/** Heartbeats every ten minutes as Uptime Kuma exports them: 1 up, 0 down. */
export function kumaJson({ services, from, to, down }: Watched): string {
  const monitorList = Object.fromEntries(services.map((name, at) => [at + 1, { id: at + 1, name }]));
  const beats = services.flatMap((service, at) =>
    Array.from({ length: Math.floor((to - from) / (10 * minute)) }, (_, beat) => {
      const time = from + beat * 10 * minute;
      const fallen = down.some((stretch) => stretch.service === service && stretch.from <= time && time < stretch.to);
      const readable = new Date(time).toISOString().replace("T", " ").replace("Z", "");
      return { monitor_id: at + 1, status: fallen ? 0 : 1, time: readable, msg: fallen ? "timeout" : "200 - OK" };
    }),
  );
  return JSON.stringify({ monitorList, heartbeatList: beats });
}
