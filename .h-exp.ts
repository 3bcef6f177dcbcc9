import { openDatabase } from "#bin/database";
import { readFileSync } from "node:fs";
const database = await openDatabase();
const { pool } = await import("#db/client");
const client = await pool.connect();
// CPU busy of the whole machine, and of others
const stat = () => { const f = readFileSync("/proc/stat","utf8").split("\n")[0]!.split(/\s+/).slice(1).map(Number); return { idle: f[3]!+f[4]!, steal: f[7]!, all: f.slice(0,8).reduce((a,b)=>a+b,0) }; };
for (const [mem,w] of [["256MB",2], ["512MB",2], ["256MB",1]] as const) {
  await client.query("begin"); await client.query("drop index customers_search");
  await client.query(`set local maintenance_work_mem = '${mem}'`); await client.query(`set local max_parallel_maintenance_workers = ${w}`);
  const s = stat(); const t = performance.now(); await client.query("CREATE INDEX customers_search ON customers USING gin (search gin_trgm_ops)"); const e = stat(); console.log(mem, w, (performance.now()-t).toFixed(0), "idle", e.idle-s.idle, "steal", e.steal-s.steal, "all", e.all-s.all, readFileSync("/proc/loadavg","utf8").trim()); 
  await client.query("rollback");
}
client.release(); await pool.end(); await database.release();
