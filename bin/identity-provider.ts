import "#bin/identity-provider/quiet";
import { createServer } from "node:http";
import { z } from "zod";
import { interactionOf } from "#bin/identity-provider/interaction";
import { identityProvider } from "#bin/identity-provider/provider";

const settings = z
  .object({
    IDP_PORT: z.coerce.number().int(),
    IDP_CLIENT_SECRET: z.string().min(16),
    IDP_DATA: z.string().min(1),
    CARTERA_URL: z.url(),
  })
  .parse(process.env);

const carteraUrl = new URL(settings.CARTERA_URL).origin;
const provider = identityProvider({
  issuer: `http://127.0.0.1:${settings.IDP_PORT}`,
  clientSecret: settings.IDP_CLIENT_SECRET,
  folder: settings.IDP_DATA,
  carteraUrl,
});
provider.use(interactionOf(provider, carteraUrl));

const server = createServer(provider.callback());
server.listen(settings.IDP_PORT, "127.0.0.1", () => console.log("identity provider ready"));

const stop = () => process.exit(0);
process.on("SIGTERM", stop);
process.on("disconnect", stop);
