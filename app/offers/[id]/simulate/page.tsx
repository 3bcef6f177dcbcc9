import { notFound } from "next/navigation";
import { openSimulation } from "#app/offers/simulation";
import { titled } from "#app/words";
import { SimulationPage } from "#components/catalogue/simulation";

export const generateMetadata = () => titled("offering.simulate");

export default async function Page({ params, searchParams }: PageProps<"/offers/[id]/simulate">) {
  return <SimulationPage {...((await openSimulation((await params).id, await searchParams)) ?? notFound())} />;
}
