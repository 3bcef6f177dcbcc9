import { install, runScript } from "./install.mjs";

await install();
await runScript("start.ts");
