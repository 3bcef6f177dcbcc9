import { notFound } from "next/navigation";
import { openRecord } from "#app/record";
import { PreLoanPage } from "#components/record/pre-loan";
import { findPreLoan } from "#db/read/pre-loan";

export const generateMetadata = async ({ params }: PageProps<"/pre-loans/[id]">) => ({ title: (await params).id.slice(0, 20) });

export default async function Page(props: PageProps<"/pre-loans/[id]">) {
  const shown = (await openRecord("pre_loan", findPreLoan, props)) ?? notFound();
  return <PreLoanPage {...shown} />;
}
