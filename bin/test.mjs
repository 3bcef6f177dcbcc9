import { install, runScript } from "./install.mjs";

await install();
await runScript("test.ts");
