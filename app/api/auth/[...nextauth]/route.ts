import { sentence } from "#app/action";
import { endSignIn } from "#app/exchange";

/** Of next-auth's addresses only the one the provider answers to; the rest is done in our own pages. */
export async function GET(request: Request, { params }: RouteContext<"/api/auth/[...nextauth]">) {
  const path = (await params).nextauth.join("/");
  return path === "callback/company"
    ? endSignIn(new URL(request.url).searchParams)
    : sentence(404, "There is nothing at this address.");
}
