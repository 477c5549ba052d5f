import { createForm } from "../../../src/http/view/form.ts";
import type { Form } from "../../../src/http/view/form.ts";
import { html } from "../../../src/http/view/html.ts";
import type { Html } from "../../../src/http/view/html.ts";
import type { Scene } from "./scene.ts";

/** Every kind of field, two of them with errors. */
export function sampleForm({ t, say }: Scene): Form {
  return createForm(t, {
    values: { peak: "about 300", decision: "return", anchor: "2", checks: ["a", "c"], reason: "<b>kept</b>\nas typed" },
    errors: [
      { field: "peak", message: say("Enter a number above 0", "请填写大于0的数字") },
      { field: "decision", message: say("Choose what should happen", "请选择下一步") },
    ],
  });
}

export function formSection(scene: Scene): Html {
  const { say, part, section } = scene;
  const form = sampleForm(scene);
  const fields = html`<form class="ts-form" method="post" action="#" data-upload>
    ${part("field", form.text("title", { label: say("Name of the technology", "技术名称"), hint: say("As people will know it", "使用者熟悉的名称"), optional: true }))}
    ${part("field", form.number("peak", { label: say("Peak demand", "高峰需求"), unit: say("requests a second", "次请求/秒") }))}
    ${part("field", form.date("due", { label: say("Due", "截止日期") }))}
    ${part(
      "field",
      form.select("tier", {
        label: say("Impact tier", "影响等级"),
        choose: true,
        options: [
          { value: "1", label: "I" },
          { value: "2", label: "II" },
        ],
      }),
    )}
    ${part("field", form.textarea("reason", { label: say("Reason", "理由"), hint: say("Stands in the decision record. No names or personal data.", "将写入决定记录，请勿填写姓名或个人信息。") }))}
    ${part(
      "radios",
      form.radios("decision", {
        legend: say("What should happen next?", "下一步如何处理？"),
        options: [
          {
            value: "return",
            label: say("Return for more evidence", "退回补充证据"),
            hint: say("The pilot goes on at 2 counters.", "试点在2个窗口继续。"),
          },
          { value: "reject", label: say("Reject", "否决"), hint: say("Closes with lessons.", "以经验教训结项。") },
        ],
        closed: [
          {
            label: say("Approve: not open", "批准：未开放"),
            reason: say(
              "Two conditions are unknown. Missing evidence is never a pass.",
              "有两项条件未知。缺少证据不等于通过。",
            ),
          },
        ],
      }),
    )}
    ${part("radios", form.radios("anchor", { legend: say("Recovery from error", "差错恢复"), options: [1, 2, 3].map((n) => ({ value: String(n), anchor: String(n), label: say("Staff notice by chance; putting it right means starting again.", "工作人员偶然发现，更正须从头开始。") })) }))}
    ${part("checkboxes", form.checkboxes("checks", { legend: say("Evidence this score rests on", "评分所依据的证据"), options: ["a", "b", "c"].map((value) => ({ value, label: say(`File ${value}`, `文件${value}`) })) }))}
    ${part("file", form.file("files", { label: say("Files", "文件"), hint: say("CSV or JTL, up to 2 GB", "CSV或JTL，不超过2 GB"), multiple: true }))}
    ${part("upload-progress", {})}
    ${part("button-row", { filled: { text: say("Record my vote", "提交表决") }, quiet: [{ text: say("Keep as a draft", "存为草稿"), name: "draft", value: "yes" }] })}
  </form>`;
  return html`${section("s-form", say("A form with two errors", "有两处错误的表单"), html`<div class="ts-text">${fields}</div>`)}`;
}
