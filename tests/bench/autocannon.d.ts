declare module "autocannon" {
  type Options = { url: string; connections: number; amount: number; headers: Record<string, string>; sampleInt: number };
  export default function autocannon(options: Options): Promise<{ non2xx: number; errors: number }>;
}
