import { describe, expect, test } from "vitest";
import { loadToolFiles } from "../../src/evidence/load-tools.ts";
import { lines, read, refusal } from "./support.ts";

/** A beginning of each kind of file, as its tool writes it. */
const files: readonly (readonly [tool: string, code: string, attach: string | undefined, text: string])[] = [
  [
    "JMeter",
    "load-tool-plan",
    "results.jtl",
    '<?xml version="1.0" encoding="UTF-8"?>\n<jmeterTestPlan version="1.2" properties="5.0" jmeter="5.6.3">\n',
  ],
  [
    "k6",
    "load-tool-plan",
    "run.json",
    "import http from 'k6/http';\nexport default function () { http.get('http://a'); }\n",
  ],
  [
    "Gatling",
    "load-tool-plan",
    "js/global_stats.json",
    "import io.gatling.core.Predef._\nclass Permits extends Simulation {\n",
  ],
  [
    "Locust",
    "load-tool-plan",
    "run_stats_history.csv",
    "from locust import HttpUser, task\n\nclass Person(HttpUser):\n",
  ],
  [
    "Artillery",
    "load-tool-plan",
    "report.json",
    "config:\n  target: http://a\n  phases:\n    - duration: 60\nscenarios:\n  - flow:\n",
  ],
  ["Taurus", "load-tool-plan", "kpi.jtl", "execution:\n- concurrency: 10\n  hold-for: 1m\n  scenario: quick\n"],
  [
    "Tsung",
    "load-tool-levels",
    undefined,
    '<?xml version="1.0"?>\n<!DOCTYPE tsung SYSTEM "t.dtd">\n<tsung loglevel="notice">\n',
  ],
  ["Goose", "load-tool-levels", undefined, "use goose::prelude::*;\n\n#[tokio::main]\n"],
  ["HttpRunner", "load-tool-plan", "run_stats_history.csv", "config:\n  name: permits\nteststeps:\n- name: get\n"],
  ["Locust", "load-tool-table", "run_stats_history.csv", 'Method,Name,Error,Occurrences\nGET,/a,"HTTPError(500)",12\n'],
  [
    "Taurus",
    "load-tool-table",
    "kpi.jtl",
    "label,avg_ct,avg_lt,avg_rt,bytes,concurrency,fail,succ\n,0.1,0.2,0.3,100,10,0,100\n",
  ],
  ["jp@gc (JMeter)", "load-tool-table", "results.jtl", "Elapsed time;web1 CPU;web1 Memory\n00:00:01;45.1;60.2\n"],
  [
    "LoadRunner",
    "load-tool-levels",
    undefined,
    "Transaction Name,SLA Status,Minimum,Average,Maximum,Std. Deviation,90 Percent,Pass,Fail,Stop\nLogin,Pass,0.1,0.2,1,0.1,0.3,100,0,0\n",
  ],
  ["BlazeMeter", "load-tool-table", "kpi.jtl", "labelName,samples,avgResponseTime,errorsRate\nALL,100,12,0\n"],
  [
    "nGrinder",
    "load-tool-levels",
    undefined,
    "DateTime, vuser, Tests, Errors, Mean_Test_Time_(ms), TPS\n2026-03-01 10:00:00,10,100,0,12,100\n",
  ],
  ["ghz", "load-tool-table", "report.json", "duration (ms),status,error\n43.2,OK,\n"],
  [
    "oha",
    "load-tool-table",
    "oha.json",
    "request-start,DNS,DNS+dialup,Response-delay,request-duration,bytes,status\n0.1,0,0,0.1,0.2,10,200\n",
  ],
  [
    "vegeta",
    "load-tool-table",
    "report.json",
    "1772323200000000000,200,12500000,0,10,,aGk=,,0,GET,http://a,\n1772323200100000000,200,12500000,0,10,,aGk=,,1,GET,http://a,\n",
  ],
  [
    "vegeta",
    "load-tool-log",
    "report.json",
    '{"attack":"","seq":0,"code":200,"timestamp":"2026-03-01T08:00:00Z","latency":12500000,"bytes_out":0}\n',
  ],
  [
    "vegeta",
    "load-tool-log",
    "report.json",
    "\u0012\u007f\u0003\u0001\u0001\u0006Result\u0001\u00ff\u0080\0\u0001\f\u0001\u0006Attack\u0001\f\0\u0001\u0003Seq\u0001\u0006\0\u0001\u0004Code\u0001\u0006\0\u0001\tTimestamp\u0001\u00ff\u0082\0",
  ],
  [
    "siege",
    "load-tool-log",
    "siege.json",
    "      Date & Time,  Trans,  Elap Time,  Data Trans,  Resp Time,  Trans Rate,  Throughput,  Concurrent,    OKAY,   Failed\n2026-03-01 10:00:00,   100,   10.00\n",
  ],
  [
    "Artillery 1",
    "load-tool-log",
    "report.json",
    '{"aggregate":{"timestamp":"2019","scenariosCreated":1,"requestsCompleted":2,"latency":{}}}',
  ],
  ["rewrk", "load-tool-log", "oha.json", '{"latency_avg":1,"latency_std_deviation":2,"requests_total":10}'],
  ["cassowary", "load-tool-log", "oha.json", '{"base_url":"http://a","tcp_connect":{},"server_processing":{}}'],
  [
    "Nighthawk",
    "load-tool-log",
    "result.json",
    '{"options":{},"results":[{"name":"global","statistics":[{"id":"benchmark_http_client.request_to_response"}]}]}',
  ],
  [
    "autocannon",
    "load-tool-output",
    "autocannon.json",
    "Running 10s test @ http://a\n10 connections\n\n\u001b[90m│\u001b[39m \u001b[36mStat\u001b[39m    \u001b[90m│\u001b[39m \u001b[36m2.5%\u001b[39m \u001b[90m│\u001b[39m\n100 requests in 10.03s, 1 MB read\n",
  ],
  [
    "Artillery",
    "load-tool-output",
    "report.json",
    "http.requests: ......... 300\nhttp.response_time:\n  min: ..... 5\nvusers.completed: ...... 10\n",
  ],
  [
    "Locust",
    "load-tool-output",
    "run_stats_history.csv",
    "Type     Name         # reqs      # fails |    Avg     Min     Max    Med |   req/s  failures/s\n",
  ],
  [
    "Taurus",
    "load-tool-output",
    "kpi.jtl",
    "10:00:00 INFO: Test duration: 0:01:00\n10:00:00 INFO: Samples count: 594, 8.42% failures\n",
  ],
  ["Fortio", "load-tool-output", "result.json", "Ended after 5.28514474s : 40 calls. qps=7.5684\n"],
  ["httperf", "load-tool-levels", undefined, "Total: connections 100 requests 100 replies 100 test-duration 9.905 s\n"],
  [
    "weighttp",
    "load-tool-output",
    "h2load.txt",
    "finished in 2 sec, 450 millisec and 12 microsec, 40816 req/s, 8000 kbyte/s\n",
  ],
  [
    "drill",
    "load-tool-output",
    "oha.json",
    "Time taken for tests      0.2 seconds\nTotal requests            54\nMedian time per request   12ms\n",
  ],
  [
    "Gatling",
    "load-tool-output",
    "js/global_stats.json",
    "---- Requests ------------------------------------------------------------------\n> Global                                                   (OK=100    KO=0     )\n",
  ],
  [
    "JMeter",
    "load-tool-page",
    "statistics.json",
    "<!DOCTYPE html>\n<html><head><title>Apache JMeter Dashboard</title>",
  ],
  [
    "Gatling",
    "load-tool-page",
    "js/global_stats.json",
    "<!DOCTYPE html><html><head><title>Gatling Stats - Global</title>",
  ],
  ["k6", "load-tool-page", "run.json", "<!DOCTYPE html><html><head><title>k6 dashboard</title>"],
  [
    "Locust",
    "load-tool-page",
    "run_stats_history.csv",
    "<!DOCTYPE html><html><head><title>Test Report for locustfile.py</title><h2>Request Statistics</h2> Locust",
  ],
  ["Artillery", "load-tool-page", "report.json", "<!doctype html><html><head><title>Artillery report</title>"],
  [
    "LoadRunner",
    "load-tool-levels",
    undefined,
    "<html><head><title>Analysis Summary</title></head><body>LoadRunner Analysis",
  ],
  ["NeoLoad", "load-tool-levels", undefined, "<html><head><title>NeoLoad report</title>"],
  ["LoadForge", "load-tool-page", "run_stats_history.csv", "<html><head><title>LoadForge</title>"],
  ["PTS (阿里云性能测试)", "load-tool-page", "results.jtl", "<html><head><title>阿里云 PTS 压测报告</title>"],
  ["MeterSphere", "load-tool-page", "results.jtl", "<html><head><title>MeterSphere 测试报告</title>"],
];

describe("a file of a load tool that is not read is called by its tool's name, with what to attach instead", () => {
  test.each(files)("%s: %s %s", async (tool, code, attach, text) => {
    const problem = await refusal(Buffer.from(text, text.includes("\u0080") ? "latin1" : "utf8"));
    expect(problem).toMatchObject({ code, params: { tool, ...(attach !== undefined && { attach }) } });
    expect(problem.message).toContain(tool);
    expect(problem.message).toContain(attach ?? "table of load levels");
  });

  test("every file that is known by its name is one of a tool with a way out", () => {
    for (const { tool, by, signs } of loadToolFiles) {
      expect(tool).not.toBe("");
      expect(by).not.toBe("");
      expect(signs.length).toBeGreaterThan(0);
    }
  });

  test("a table, a list and a text of other people are not a load tool's", async () => {
    for (const text of [
      lines("name,count,total", "a,1,2", "b,3,4"),
      "Dear colleagues, the test took ten minutes and everything was fine.\n",
      '{"a":1,"b":[2,3]}',
      "<html><head><title>Minutes of a meeting</title>",
    ]) {
      const outcome = await read(text);
      expect(outcome.kind === "refused" && outcome.problems[0]?.code).not.toMatch(/^load-tool/);
    }
  });
});
