import { codeAlphabet, codeLetters, isCode } from "#lib/domain/code";
import { entities } from "#lib/domain/machines";
import { sections } from "#lib/domain/section";

/** The address of the record with an ID; undefined where no record can have it. */
export function addressOf(code: string): string | undefined {
  const entity = entities.find((each) => isCode(each, code));
  return entity && `/${sections[entity]}/${code}`;
}

/** A text in parts, so that each ID in it is one. */
export const splitAtCodes = (text: string): string[] => text.split(codes);

const codes = new RegExp(`\\b([${Object.values(codeLetters).join("")}]-[${codeAlphabet}]{6})\\b`);
