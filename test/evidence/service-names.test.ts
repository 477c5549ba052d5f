import { describe, expect, test } from "vitest";
import { lines, measured } from "./support.ts";

const day = "2026-03-01,2026-03-11";

describe("a service is one however its name is typed", () => {
  test.each([
    ["outages", lines("service,from,to,type", `Permits,${day},observed`, "permits ,2026-03-05,2026-03-06,outage")],
    [
      "incidents",
      lines("service,start,end,kind", `Ｐermits,${day},observed`, "PERMITS,2026-03-05,2026-03-06,incident"),
    ],
  ])("%s", async (_, text) => {
    const { services, warnings } = await measured("availability", text);
    expect(services).toMatchObject([{ availability: 0.9, downSeconds: 86_400 }]);
    expect(warnings).toEqual([]);
  });

  test("probes", async () => {
    const rows = Array.from(
      { length: 10 },
      (_, i) => `${i % 2 === 0 ? "Permits" : "permits"},2026-03-01 00:0${i},${i !== 3}`,
    );
    const { services } = await measured("availability", lines("service,time,up", ...rows));
    expect(services).toMatchObject([{ service: "Permits", availability: 0.9 }]);
  });

  test("the order of rows changes nothing", async () => {
    const [head, ...rows] = ["service,from,to,type", `permits,${day},observed`, "Permits,2026-03-05,2026-03-06,outage"];
    const one = await measured("availability", lines(head, ...rows));
    expect(await measured("availability", lines(head, ...rows.reverse()))).toEqual(one);
  });
});

describe("a log of ups and downs was watching while the service was down", () => {
  test("by rows of type up", async () => {
    const rows = ["P,2026-03-01,2026-03-02,down", "P,2026-03-02,2026-03-11,up"];
    const { services, warnings } = await measured("availability", lines("service,from,to,type", ...rows));
    expect(services).toMatchObject([{ availability: 0.9, observedSeconds: 864_000 }]);
    expect(warnings).toEqual([]);
  });

  test("by outages that fill the time between what was watched", async () => {
    const rows = [
      "P,2026-03-01,2026-03-05,observed",
      "P,2026-03-05,2026-03-06,outage",
      "P,2026-03-06,2026-03-11,observed",
    ];
    const { services } = await measured("availability", lines("service,from,to,type", ...rows));
    expect(services).toMatchObject([{ availability: 0.9 }]);
  });
});
