import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // Types are `npm run check`'s; a start should not wait for them again.
  typescript: { ignoreBuildErrors: true },
  // There is no image to optimise, and so no endpoint that would.
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "pg-copy-streams"],
  devIndicators: false,
};

export default config;
