// Who may import whom: the table of the architecture. Type-only imports count as well.
const npm = (...names) => `(^|/)node_modules/(@types/)?(${names.join("|")})/`;
const framework = npm("next", "next-auth", "react", "react-dom");
const database = npm("drizzle-orm", "pg", "pg-copy-streams", "@types/pg");

const only = (layer, from, ...allowed) => ({
  name: `${layer}-imports-only`,
  severity: "error",
  from: { path: from },
  to: { pathNot: allowed },
});
const never = (layer, from, ...refused) => ({
  name: `${layer}-never-imports`,
  severity: "error",
  from: { path: from },
  to: { path: refused },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    only("domain", "^lib/domain/", "^lib/domain/"),
    only("list-language", "^lib/list/", "^lib/"),
    only("chart", "^lib/chart/", "^lib/"),
    never("lib", "^lib/", "^(app|bin|components|db|tests)/", framework, database),
    never("db", "^db/", "^(app|bin|components|tests)/", framework),
    only("components", "^components/", "^(components|lib)/", npm("next", "react", "react-dom")),
    never("app", "^app/", "^(bin|tests)/", database),
    never("entity", "^app/([^/]+)/", "^app/(?!$1/)[^/]+/"),
    never("page", "^app/.*(page\\.tsx|route\\.ts)$", "^db/write/", "^db/move\\.ts$"),
    never("bin", "^bin/", "^(components|tests)/"),
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  required: [
    {
      name: "actions-go-through-the-door",
      severity: "error",
      module: { path: "^app/.*/actions\\.ts$" },
      to: { path: "^app/action\\.ts$" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
};
