import { may, need, type Layout } from "../layouts/layout.ts";

const percentile = (p: number): string[] => [`${p}% line`, `${p}% 百分位`, `${p}%`];

/** What JMeter's Aggregate Report and Summary Report save (“Save Table Data”), in its English and its Chinese headings. */
export const jmeterAggregateLayout: Layout = {
  name: "jmeter-aggregate",
  title: "JMeter aggregate report",
  kind: "load",
  meaning: "A row is one label; the row TOTAL is the run.",
  columns: [
    need("name", ["label", "标签"], "Label of the sampler"),
    need("samples", ["# samples", "#samples", "# 样本", "样本"], "Samples"),
    need("mean", ["average", "平均值"], "ms"),
    may("median", ["中位数"], "ms"),
    may("p90", percentile(90), "ms"),
    may("p95", percentile(95), "ms"),
    may("p99", percentile(99), "ms"),
    may("min", ["最小值"], "ms"),
    may("max", ["maximum", "最大值"], "ms"),
    need("error_percent", ["error %", "error%", "异常 %", "异常%"], "0.10%, or a share"),
    need("throughput", ["吞吐量"], "Samples a second; also 12.5/sec, 3.4/min"),
  ],
  example: [],
};
