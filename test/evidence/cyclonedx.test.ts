import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { referenceFile } from "./reference.ts";
import { realFiles, realPath } from "../support/real-files.ts";
import { fileOf, measured, refusal } from "./support.ts";

const bom = (components: unknown, more: object = {}) =>
  JSON.stringify({ bomFormat: "CycloneDX", specVersion: "1.6", version: 1, ...more, components });

describe("CycloneDX", () => {
  test.skipIf(
    !realFiles("sbom/SBOM_dropwizard-1.3.15_bom.json", "sbom/SBOM_proton-bridge_proton-bridge-v1.6.3.bom.json"),
  )("real lists: 167 parts, 133 with a licence; 201 parts, 193 with one", async () => {
    for (const [name, all, licensed] of [
      ["SBOM_dropwizard-1.3.15_bom.json", 167, 133],
      ["SBOM_proton-bridge_proton-bridge-v1.6.3.bom.json", 201, 193],
    ] as const) {
      const { components, rejectedCount } = await measured("components", [referenceFile(`sbom/${name}`)]);
      expect(components).toHaveLength(all);
      expect(components.filter(({ license }) => license !== undefined)).toHaveLength(licensed);
      expect(rejectedCount).toBe(0);
      const written = JSON.parse(readFileSync(realPath(`sbom/${name}`), "utf8")) as {
        components: { name: string; version: string }[];
      };
      const names = (list: readonly { name: string; version: string }[]) =>
        list.map((one) => `${one.name} ${one.version}`).sort();
      expect(names(components)).toEqual(names(written.components));
    }
  });

  test.skipIf(!realFiles("sbom/VEX_vex.json"))("a list of vulnerabilities is no list of components", async () => {
    const problem = await refusal([referenceFile("sbom/VEX_vex.json")]);
    expect(problem).toMatchObject({ code: "no-components" });
    expect(problem.message).toContain("CycloneDX");
    expect(problem.message).toContain("VEX");
  });

  test("components inside components, licences in every form, npm scopes, no version", async () => {
    const { components } = await measured(
      "components",
      bom([
        { name: "a", version: "1", licenses: [{ license: { id: "MIT" } }, { license: { name: "Own terms" } }] },
        { name: "core", group: "@angular", version: "19.0.0", licenses: [{ expression: "MIT OR Apache-2.0" }] },
        {
          name: "outer",
          components: [{ name: "inner", version: "2", components: [{ name: "innermost", version: "3" }] }],
        },
        { name: "log4j", group: "org.apache", version: "2", licenses: [] },
      ]),
    );
    expect(components.toSorted((x, y) => (x.name < y.name ? -1 : 1))).toEqual([
      { name: "@angular/core", version: "19.0.0", license: "MIT OR Apache-2.0" },
      { name: "a", version: "1", license: "MIT, Own terms" },
      { name: "inner", version: "2" },
      { name: "innermost", version: "3" },
      { name: "log4j", version: "2" },
      { name: "outer", version: "" },
    ]);
  });

  test("a part named twice counts once, in one file or several and in any order", async () => {
    const one = { name: "a", version: "1", purl: "pkg:npm/a@1" };
    const licensed = { ...one, licenses: [{ license: { id: "MIT" } }] };
    const files = [fileOf(bom([one, one])), fileOf(bom([licensed, { name: "b", version: "2" }]))];
    const { components } = await measured("components", files);
    expect(components).toHaveLength(2);
    expect(components).toContainEqual({ name: "a", version: "1", license: "MIT" });
    expect((await measured("components", files.toReversed())).components).toEqual(components);
  });

  test("a component without a name is rejected by its number", async () => {
    const { rejectedRows, rowCount } = await measured(
      "components",
      bom([{ name: "a", version: "1" }, { version: "2" }, 7]),
    );
    expect(rowCount).toBe(3);
    expect(rejectedRows).toMatchObject([
      { row: 2, reason: "the component has no name" },
      { row: 3, reason: "the component has no name" },
    ]);
  });

  test("the product itself is none of its parts; no parts, XML and cut files are refused by name", async () => {
    const product = { metadata: { component: { name: "product", version: "1" } } };
    for (const text of [bom([], product), bom(undefined, product), bom([{}])]) {
      const problem = await refusal(text);
      expect(problem).toMatchObject({ code: "no-components" });
      expect(problem.message).toContain("CycloneDX");
    }
    const xml =
      '<?xml version="1.0"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1"><components/></bom>';
    const problem = await refusal(xml);
    expect(problem).toMatchObject({ code: "xml-bom" });
    expect(problem.message).toContain("JSON");
    expect(await refusal(bom([{ name: "a" }]).slice(0, -3))).toMatchObject({ code: "broken-json" });
  });

  test("a hundred thousand levels do not break it", async () => {
    const depth = 100_000;
    const text =
      bom([{ name: "a" }]).slice(0, -2) + ',{"name":"b","components":['.repeat(depth) + "]}".repeat(depth) + "]}";
    const outcome = await measured("components", text).catch((error: unknown) => String(error));
    expect(outcome).toBeTruthy();
  });
});
