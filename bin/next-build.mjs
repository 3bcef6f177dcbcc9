// `next build` as a child that ends when its parent is gone, however it went.
process.on("disconnect", () => process.exit(1));
process.channel?.unref();
process.argv.push("build");
await import("next/dist/bin/next");
