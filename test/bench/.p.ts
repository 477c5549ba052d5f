import { openLedger } from "../../src/ledger/sqlite.ts";
import { rmSync } from "node:fs";
import { hash } from "node:crypto";
rmSync("/tmp/ab", {recursive:true, force:true});
const l = openLedger({ dataDir: "/tmp/ab", syncEvery: 0 });
l.authority.pragma("synchronous=OFF");
const N=20000;
const c=process.cpuUsage();
for (let i=0;i<N;i++) { await l.append({ stream: "technology-"+Math.floor(i/10), expectedVersion: i%10, events:[{type:"EvidenceAttached",schema:1,payload:{evidence:"e"+i,digest:"abc",kind:"load",from:"2026-01-01T00:00:00.000Z",statistics:{requests:i,failures:3,mean:8.4+i}}}], actor:"person-1", role:"planner", time:"2026-01-01T00:00:00.000Z", commandId: "aaaaaaaaaaaaaaaaaaa"+i, commandDigest: "0".repeat(64)}); }
const u=process.cpuUsage(c); console.log(u.user/N, u.system/N);
l.close();
