import { may, need, times } from "./layout.ts";
import type { Layout } from "./layout.ts";

export const wcag: Layout = {
  name: "wcag-csv",
  title: "WCAG checklist CSV",
  kind: "accessibility",
  meaning:
    "A row is one success criterion on one page. A failed criterion counts once a page; one not tested is work by hand, never a pass. Where rows of a page contradict each other, the worst counts.",
  columns: [
    need("page", ["url", "screen", "页面", "网址"], "Address or name of the page"),
    need(
      "criterion",
      ["success criterion", "sc", "wcag", "准则", "成功准则", "标准"],
      "Number of the success criterion of WCAG 2.0 to 2.2, with or without its name: 1.1.1, 1.4.3 Contrast; also as clause 9.1.1.1 of EN 301 549",
    ),
    may("level", ["等级", "级别"], "A, AA or AAA; a level that is not the criterion’s is refused"),
    need(
      "result",
      ["outcome", "conformance", "结果", "结论"],
      "pass, fail, not applicable or not tested (also when empty); 通过, 不通过, 不适用, 未检测; EARL and VPAT words",
    ),
    may(
      "impact",
      ["severity", "影响", "严重程度"],
      "Of a failure: critical, serious (also when empty), moderate or minor; 致命, 严重, 中等, 轻微",
    ),
    may("date", ["tested", "tested on", "日期", "检测日期"], `When it was tested: ${times}`),
  ],
  example: [
    ["/permits", "1.1.1", "A", "pass", "", "2026-03-04"],
    ["/permits", "1.4.3", "AA", "fail", "serious", "2026-03-04"],
    ["/permits", "2.1.1", "A", "not tested", "", "2026-03-04"],
    ["/permits", "1.2.2", "A", "not applicable", "", "2026-03-04"],
  ],
};
