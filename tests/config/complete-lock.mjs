// Run after "npm install": `node tests/config/complete-lock.mjs`. A registry that mirrors one platform leaves the other
// platforms' optional packages out of the lock file, which "npm ci" then refuses everywhere.
import { readFileSync, writeFileSync } from "node:fs";

const systems = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"];
const processors = ["arm", "arm64", "ia32", "ppc64", "riscv64", "s390x", "wasm32", "x64"];
const libraries = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
for (const [place, { optionalDependencies = {}, dev }] of Object.entries(lock.packages))
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (lock.packages[`${place}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) continue;
    lock.packages[`node_modules/${name}`] = { version, ...(dev && { dev }), optional: true, ...platformIn(name) };
    console.log(`added ${name}`);
  }
const packages = Object.entries(lock.packages).sort(([one], [other]) => one.localeCompare(other, "en"));
writeFileSync("package-lock.json", `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);

function platformIn(name) {
  const words = name.split(/[/-]/);
  const of = (key, known) => {
    const found = words.filter((word) => known.includes(word));
    return found.length > 0 && { [key]: found };
  };
  const library = words.map((word) => libraries[word]).find(Boolean);
  return { ...of("os", systems), ...of("cpu", processors), ...(library && { libc: [library] }) };
}
