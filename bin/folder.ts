import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the source tree. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** Where everything that this machine keeps lives: the embedded database, its log, the secrets. */
export const dataFolder = () => resolve(root, process.env["CARTERA_DATA"] || ".data");
