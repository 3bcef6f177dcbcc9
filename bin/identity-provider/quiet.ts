const said = { info: console.info, warn: console.warn };

// oidc-provider announces at every start that Node 20, plain http and memory are not for production; this is none.
for (const level of ["info", "warn"] as const) {
  console[level] = (...words: unknown[]) => {
    if (!String(words[0]).startsWith("oidc-provider ")) said[level](...words);
  };
}
