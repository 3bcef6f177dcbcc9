import { type HeaderRead, namesIn, readHeaderOf } from "#lib/onboarding/header";

/** The columns of a bank's payment file; without the last three a row has no reference and is an automatic payment from outside. */
export const bankColumns = ["credit_id", "amount", "date", "reference", "channel", "type"] as const;
export type BankColumn = (typeof bankColumns)[number];

const needed = ["credit_id", "amount", "date"] as const satisfies BankColumn[];

/** Whether the first line of a file is meant to be that of a bank's. */
export const isBankHeader = (fields: readonly string[]): boolean => namesIn(fields).includes("credit_id");

export const readBankHeader = (fields: readonly string[]): HeaderRead<BankColumn> => readHeaderOf(bankColumns, needed, fields);
