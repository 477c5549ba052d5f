/** Run as a process of its own: what somebody would ask DuckDB about a JMeter file, with one thread; nothing is hashed. */

/** Which package it is, for whoever has it installed: it is no dependency of the product. */
const name = "@duckdb/node-api";

interface DuckDb {
  readonly DuckDBInstance: {
    create(
      path: string,
      options: { readonly threads: string },
    ): Promise<{ connect(): Promise<{ runAndReadAll(sql: string): Promise<{ getRows(): readonly unknown[][] }> }> }>;
  };
}

const [, , path = ""] = process.argv;
const { DuckDBInstance } = (await import(name)) as DuckDb;
const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
const answer = await connection.runAndReadAll(
  `SELECT label, count(*), count(*) FILTER (NOT success), avg(elapsed), quantile_cont(elapsed, [0.5, 0.95, 0.99]),
     count(*) FILTER (elapsed <= 300), min("timeStamp"), max("timeStamp"), max(allThreads)
   FROM read_csv('${path.replaceAll("'", "''")}', header = true) GROUP BY label`,
);
if (answer.getRows().length === 0) throw new Error("DuckDB read nothing");
