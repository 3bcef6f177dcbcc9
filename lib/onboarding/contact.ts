import { type Read, read, refuse } from "#lib/onboarding/fault";

/** A Colombian number: a mobile one begins with 3, a landline with 60 and its region. */
const colombian = /^57(3\d{9}|60\d{8})$/;
const international = /^[1-9]\d{6,14}$/;

/** E.164. A number without its country is Colombian; one that says another country is taken as it says. */
export function readPhone(text: string): Read<string> {
  const number = text.replace(/[\s().-]/g, "").replace(/^00/, "+");
  const digits = number.replace(/^\+/, "");
  if (number.startsWith("+") && !digits.startsWith("57")) return international.test(digits) ? read(number) : refuse("bad_phone");
  if (colombian.test(digits)) return read(`+${digits}`);
  if (!number.startsWith("+") && colombian.test(`57${digits}`)) return read(`+57${digits}`);
  return refuse("bad_phone");
}

const address = /^[^\s@"(),:;<>[\\\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*$/u;

export function readEmail(text: string): Read<string> {
  const email = text.toLowerCase();
  const [local = ""] = email.split("@");
  const hasStrayDot = local.startsWith(".") || local.endsWith(".") || local.includes("..");
  return address.test(email) && !hasStrayDot ? read(email) : refuse("bad_email");
}

const yes = ["true", "1", "yes", "si", "sí", "verdadero"];
const no = ["false", "0", "no", "falso"];

export function readFlag(text: string): Read<boolean> {
  const word = text.toLowerCase();
  if (yes.includes(word)) return read(true);
  return no.includes(word) ? read(false) : refuse("bad_flag");
}
