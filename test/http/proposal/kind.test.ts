import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSite } from "../../support/http.ts";
import type { Member, Site } from "../../support/http.ts";
import { carriedOut, planOf, sent } from "../imports/support.ts";
import { typed, withDepartment } from "./support.ts";

let site: Site;
let planner: Member;
let chinese: Member;
let sponsor: string;

const archive = { name: "Quiet archive", summary: "Stores old maps.", need: "Maps crumble in the cellar." };

beforeAll(async () => {
  site = await startSite();
  await withDepartment(site);
  planner = await site.signedIn("planner");
  chinese = await site.signedIn("auditor");
  await chinese.post("/language", { to: "zh-CN", back: "/work" });
  sponsor = (await site.add("planner")).id;
  await planner.post("/technologies", typed(sponsor, { name: "Wing lamp", kind: "device" }));
  await planner.post("/technologies", typed(sponsor, archive));
});
afterAll(() => site.stop());

describe("the kind of a technology", () => {
  it("stands on its page where it was said, and is nothing that a form of before lacks", async () => {
    expect((await planner.get("/technologies/wing-lamp")).text).toContain("Kind Devices and sensors");
    expect((await chinese.get("/technologies/wing-lamp")).text).toContain("类别 设备与传感器");
    expect((await planner.get("/technologies/quiet-archive")).text).not.toContain("Kind ");
    expect((await planner.get("/technologies/wing-lamp/proposal/revision")).value("kind")).toBe("device");
  });

  it("is one of a few", async () => {
    const page = await planner.post("/technologies", typed(sponsor, { name: "Odd thing", kind: "spell" }));
    expect(page.status).toBe(422);
    expect(page.value("name")).toBe("Odd thing");
  });

  it("is told in the history where it is changed", async () => {
    const at = "/technologies/quiet-archive/proposal/revision";
    await planner.send(at, { ...typed(sponsor, { ...archive, kind: "data" }), intent: "" });
    expect((await planner.get("/technologies/quiet-archive/history")).text).toContain(
      "A planner revised the proposal: kind.",
    );
  });

  it("comes with a file, its words guessed, and parts the radar, those that do not say theirs together", async () => {
    const file = [
      "Name,Department,Stage,Type,Summary",
      "Tide gauge,Transport,In production,IoT,Measures the tide",
      "Old ferry list,Transport,In production,,Lists ferries",
      "",
    ].join("\n");
    const page = await planner.get(await sent(planner, file));
    expect(page.value("columns.kind")).toBe("Type");
    expect(page.value("words.kind.0")).toBe("device");
    await carriedOut(planner, await planOf(planner, file, { "same.needOf": "Harbour master" }));
    expect(site.services.views.portfolio.bySlug("tide-gauge")?.kind).toBe("device");
    expect(site.services.views.portfolio.bySlug("old-ferry-list")?.kind).toBeNull();
    const { text } = await planner.get("/radar?by=kind");
    expect(text).toContain("Devices and sensors (1)");
    expect(text).toContain("Kind not said (1)");
    expect((await chinese.get("/radar?by=kind")).text).toContain("设备与传感器");
  });
});
