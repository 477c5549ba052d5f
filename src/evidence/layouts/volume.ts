import { may, need, times } from "./layout.ts";
import type { Layout } from "./layout.ts";

export const volume: Layout = {
  name: "volume-csv",
  title: "Data processing runs CSV",
  kind: "volume",
  meaning: "A row is one run of a data-processing job.",
  columns: [
    may("start", ["from", "开始时间"], `When the run began: ${times}`),
    need("records", ["rows", "记录数"], "Records handled in all, a whole number"),
    need("bytes", ["字节数"], "Bytes handled, a whole number"),
    need("seconds", ["duration", "秒", "用时"], "Seconds taken, more than 0"),
    need("failures", ["errors", "failed", "失败数"], "Records that failed, at most records"),
  ],
  example: [
    ["2026-03-01T01:00:00Z", "1200000", "734003200", "412.5", "3"],
    ["2026-03-02T01:00:00Z", "1180000", "721420288", "405.1", "0"],
  ],
};
