import Sqlite from "better-sqlite3";
import { expect, test } from "vitest";
import { definition } from "../../src/projections/schema.ts";
import { indexed, keyWords, searchQuery } from "../../src/projections/portfolio/search-words.ts";

function found(names: readonly string[], typed: string): string[] {
  const db = new Sqlite(":memory:");
  db.exec(definition);
  names.forEach((name, row) => db.prepare("INSERT INTO search (rowid, name) VALUES (?, ?)").run(row, indexed(name)));
  const query = searchQuery(typed);
  if (query === null) return [];
  return db
    .prepare<[string], number>("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid")
    .pluck()
    .all(query)
    .map((row) => names[row]!);
}

const names = [
  "智能审批助手",
  "臺灣數據交換",
  "台湾数据图",
  "审批档案 Archive",
  "Permit reply assistant",
  "Überwachung der Brücken",
  "公交到站预测",
];

test.each([
  ["臺灣", ["臺灣數據交換", "台湾数据图"]],
  ["台湾", ["臺灣數據交換", "台湾数据图"]],
  ["數據", ["臺灣數據交換", "台湾数据图"]],
  ["數据圖", ["台湾数据图"]],
  ["審批檔案", ["审批档案 Archive"]],
  ["审批", ["智能审批助手", "审批档案 Archive"]],
  ["审批助", ["智能审批助手"]],
  ["批审", []],
  ["手", ["智能审批助手"]],
  ["智", ["智能审批助手"]],
  ["perm ASSIST", ["Permit reply assistant"]],
  ["brucken", ["Überwachung der Brücken"]],
  ["审批 archive", ["审批档案 Archive"]],
  ["审批archive", ["审批档案 Archive"]],
  ['" OR name:* NEAR(', []],
  ["，。！", []],
])("the query %s finds %j", (typed, expected) => {
  expect(found(names, typed)).toEqual(expected);
});

test("words that stand in any need do not make technologies similar, in neither language; stems and dictionary words do", () => {
  expect(keyWords("An AI to answer 审批问题", 10)).toEqual(["审批"]);
  expect(keyWords("They wait more than forty minutes each, for days", 10)).toEqual([]);
  expect(keyWords("Citizens wait eleven days at the counter for an answer", 10)).toEqual([]);
  expect(keyWords("Readers read the orders in reading order", 10)).toEqual([]);
  expect(keyWords("查看并填写申请", 10)).toEqual([]);
  expect(keyWords("Bookings of hospital appointments, parking permits", 10)).toEqual([
    "book",
    "hospital",
    "appointment",
    "park",
    "permit",
  ]);
  expect(keyWords("每九個預約就有一個爽約", 10)).toEqual(["预约", "爽约"]);
  expect(keyWords("每九个预约就有一个爽约", 10)).toEqual(["预约", "爽约"]);
  expect(keyWords("市民在窗口等待时间太长，平均需要十一天", 10)).toEqual([]);
  expect(keyWords("排水管网的水位监测", 10)).toEqual(["排水", "水管", "水位", "监测"]);
});
