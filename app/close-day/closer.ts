import "server-only";
import { spawn } from "node:child_process";
import type { Day } from "#lib/domain/day";

/** A demonstration's business date may run ahead of the calendar: nobody can wait a month to see arrears. */
export const mayRunAhead = () => process.env["CARTERA_DEMO"] === "1";

/** Has a process of its own close the days up to one, so that the pages stay quick. */
export function startCloser(through: Day): void {
  const flags = ["--conditions=react-server", "--import", "tsx"];
  const said = ["--through", through, ...(mayRunAhead() ? ["--ahead"] : [])];
  const closer = spawn(process.execPath, [...flags, "bin/serve/day-closer.ts", ...said], {
    env: { ...process.env, DATABASE_CONNECTIONS: "6" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  closer.once("error", (error) => console.error(error));
}
