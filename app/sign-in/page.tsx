import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { answerWith } from "#app/answer";
import { refusals } from "#app/claims";
import { environment } from "#app/env";
import { mishaps } from "#app/exchange";
import { ownPath } from "#app/own-path";
import { currentActor } from "#app/session";
import { currentWords } from "#app/words";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await currentWords();
  return { title: t("sign_in.title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { error, left, next: asked } = await searchParams;
  const next = ownPath(typeof asked === "string" ? asked : undefined);
  const refusal = refusals.find((each) => each === error);
  const mishap = mishaps.find((each) => each === error);
  if (refusal === undefined && mishap === undefined && (await currentActor())) redirect(next);
  if (refusal !== undefined) answerWith(403);

  const { t } = await currentWords();
  const help = environment().OIDC_HELP ?? t("sign_in.administrator");
  const told = refusal ?? mishap;
  return (
    <main id="content" className="sign-in">
      <h1>{refusal === "no_role" ? t("sign_in.no_role") : t("sign_in.title")}</h1>
      {refusal === "no_role" && <p role="alert">{t("sign_in.no_role_why", { help })}</p>}
      {told !== undefined && told !== "no_role" && <p role="alert">{t(`sign_in.${told}`, { help })}</p>}
      {left !== undefined && <p role="status">{left === "here" ? t("sign_in.left_here") : t("sign_in.left")}</p>}
      {told === undefined && left === undefined && <p>{t("sign_in.lead")}</p>}
      <form method="post" action="/sign-in/start">
        <input type="hidden" name="next" value={next} />
        {refusal !== undefined && <input type="hidden" name="again" value="yes" />}
        <button type="submit" className="button primary">
          {refusal === undefined ? t("sign_in.button") : t("sign_in.again")}
        </button>
      </form>
    </main>
  );
}
