import "server-only";
import { randomUUID } from "node:crypto";
import { answerWith } from "#app/answer";
import type { Search } from "#app/list";
import { currentProject } from "#app/project";
import { requireActor } from "#app/session";
import { create, revoke } from "#app/settings/tokens/actions";
import { currentWay } from "#app/way";
import { listTokens } from "#db/read/token";
import { can } from "#lib/domain/actor";
import { dayAt } from "#lib/domain/day";
import type { ShownTokens } from "#lib/token";

/** The tokens that apps call with, and the forms that make and revoke them, for whoever may. */
export async function openTokens({ revoked }: Search) {
  const [actor, way, project] = await Promise.all([requireActor(), currentWay(), currentProject()]);
  const { t } = way;
  if (!can(actor, "token:manage")) {
    answerWith(403);
    return { isAllowed: false, t, language: way.language, role: actor.role, needs: "token:manage" } as const;
  }
  const tokens = await listTokens(dayAt(new Date(), project.timeZone));
  const over = tokens.find(({ prefix, state }) => prefix === revoked && state === "revoked");
  const shown: ShownTokens = {
    ...way,
    told: over === undefined ? [] : [t("token.revoked", { token: over.prefix })],
    create: { action: create, sent: { key: randomUUID() } },
    tokens: tokens.map((token) => ({
      ...token,
      revoke: token.state === "revoked" ? undefined : { action: revoke, sent: { key: randomUUID(), token: token.prefix } },
    })),
  };
  return { isAllowed: true, shown } as const;
}
