import { cookies } from "next/headers";
import { seeOther } from "#app/action";
import { allCookieNames, cookieOptions } from "#app/cookies";
import { farewellAddress } from "#app/farewell";
import { endSession } from "#app/session";
import { currentWords } from "#app/words";

export async function POST() {
  const idToken = await endSession();
  const jar = await cookies();
  for (const name of allCookieNames()) jar.set(name, "", { ...cookieOptions(), maxAge: 0 });
  const { language } = await currentWords();
  return seeOther(idToken === undefined ? "/sign-in" : await farewellAddress(idToken, language));
}
