import { notFound, redirect } from "next/navigation";
import { addressIn, findPerson, openPerson } from "#app/person";
import { CustomerPage } from "#components/profile/customer";

export const generateMetadata = async ({ params }: PageProps<"/customers/[id]">) => ({ title: (await params).id.slice(0, 20) });

export default async function ProfilePage({ params, searchParams }: PageProps<"/customers/[id]">) {
  const person = (await findPerson((await params).id)) ?? notFound();
  const search = await searchParams;
  if (person.status === "unregistered") redirect(addressIn("pre-customers", person, search));
  return <CustomerPage {...(await openPerson(person, search))} />;
}
