const what = ["Permit", "Bus", "Water", "School", "Queue", "Parking", "Archive", "Street", "Health", "Tax", "Bridge"];
const kind = ["assistant", "register", "sensor", "planner", "map", "check", "counter", "portal", "forecast"];
const where = ["Northbank", "Old Town", "Harbour", "Jiangwan", "Airport", "Lakeside", "Eastgate", "Hillside"];
const chinese = ["审批助手", "公交预测", "预约平台", "地图核验", "水务监测", "学校登记", "停车引导", "档案检索"];
const districts = ["江湾", "老城", "新区", "港口", "湖滨", "东门", "山麓"];

const pick = (list: readonly string[], n: number): string => list[n % list.length] ?? "";

/** A name that nothing else bears: one in three is Chinese. */
export const nameOf = (n: number): string =>
  n % 3 === 2
    ? `${pick(districts, n * 5)}${pick(chinese, n * 3 + (n >> 4))} ${n}`
    : `${pick(what, n * 7)} ${pick(kind, n * 3 + (n >> 5))} ${pick(where, n + (n >> 3))} ${n}`;

export const placeOf = (n: number): string => (n % 4 === 3 ? pick(districts, n) : pick(where, n));
