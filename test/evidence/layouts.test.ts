import { expect, test } from "vitest";
import { formats } from "../../src/evidence/formats.ts";
import { formatNames } from "../../src/domain/evidence/format-name.ts";
import { layouts } from "../../src/evidence/layouts.ts";
import { lines, read } from "./support.ts";

test.each(layouts.map((layout) => [layout.name, layout] as const))(
  "the example of %s is read by its own reader, without a rejected row",
  async (name, layout) => {
    const header = layout.columns.map((column) => column.name).join(",");
    const outcome = await read(lines(header, ...layout.example.map((row) => row.join(","))));
    if (name === "sus-long") expect(outcome).toMatchObject({ kind: "refused", problems: [{ code: "dropped" }] });
    else
      expect(outcome).toMatchObject({ kind: "measured", reader: { format: name }, measurement: { rejectedCount: 0 } });
  },
);

test("every example row has a cell for every column, and aliases are unambiguous", () => {
  for (const layout of layouts) {
    for (const row of layout.example) expect(row).toHaveLength(layout.columns.length);
    const names = layout.columns.flatMap((column) => [column.name, ...column.aliases]);
    expect(new Set(names).size).toBe(names.length);
  }
});

test("every name but document belongs to one format", () => {
  expect(formats.map((format) => format.name).sort()).toEqual(formatNames.filter((name) => name !== "document").sort());
});
