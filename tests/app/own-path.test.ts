import { describe, expect, test } from "vitest";
import { ownPath, ownPathOf } from "#app/own-path";

describe("a path of this app", () => {
  test.each([
    "/",
    "/customers",
    "/customers/C-7F3K2M",
    "/customers?status=blocked&created=last_7_days&sort=-created_at",
    "/customers?credits_from=2&created_to=2026-02-28&after=C-7F3K2M",
  ])("%s stays", (path) => expect(ownPath(path)).toBe(path));

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "javascript:alert(1)",
    "customers",
    "",
    undefined,
    null,
  ])("%j leads to the first page", (path) => expect(ownPath(path)).toBe("/"));

  test.each(["María", "maria perez", "ana@example.co", "+573001112233", "1020304050", "a".repeat(50)])(
    "%s typed into an address does not come along",
    (text) => {
      const search = new URLSearchParams({ status: "blocked", name: text });
      expect(ownPath(`/customers?${search}`)).toBe("/customers?status=blocked");
    },
  );
});

describe("an address of this app", () => {
  const origin = "http://127.0.0.1:3000";
  test.each([
    ["/customers", "/customers"],
    [`${origin}/customers?status=blocked`, "/customers?status=blocked"],
    [`${origin}.evil.example/customers`, "/"],
    [`${origin}0/customers`, "/"],
    [`${origin}@evil.example/`, "/"],
    [`${origin}//evil.example`, "/"],
    [origin, "/"],
    ["not an address", "/"],
  ])("%s leads to %s", (asked, path) => expect(ownPathOf(asked, origin)).toBe(path));
});
