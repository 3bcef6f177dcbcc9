import { notFound, redirect } from "next/navigation";
import { openPerson } from "#app/person";
import { PersonPage } from "#components/profile/person";

export const generateMetadata = async ({ params }: PageProps<"/pre-customers/[id]">) => ({
  title: (await params).id.slice(0, 20),
});

export default async function PreCustomerPage({ params }: PageProps<"/pre-customers/[id]">) {
  const shown = (await openPerson((await params).id)) ?? notFound();
  if (shown.person.status !== "unregistered") redirect(`/customers/${shown.person.code}`);
  return <PersonPage {...shown} />;
}
