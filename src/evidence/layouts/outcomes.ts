import { need } from "./layout.ts";
import type { Layout } from "./layout.ts";

const truth = "true or false; also yes, no, 1, 0, 是, 否";

export const outcomes: Layout = {
  name: "outcomes-csv",
  title: "Outcomes by group CSV",
  kind: "outcomes",
  meaning:
    "A row is one person or case that an algorithm judged. A mapping may say which cells count as true, such as a score of 5 or more.",
  columns: [
    need("group", ["组别", "人群", "群体"], "Group whose treatment is compared, such as region or age band"),
    need("outcome", ["actual", "observed", "实际结果", "实际"], `What came of it: ${truth}`),
    need("prediction", ["predicted", "decision", "预测结果", "预测"], `What the algorithm said: ${truth}`),
  ],
  example: [
    ["north", "true", "true"],
    ["north", "0", "1"],
    ["south", "是", "否"],
  ],
};
