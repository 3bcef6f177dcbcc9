import { type AnyMachine, toMermaid } from "#lib/domain/machine";
import { entities, machines } from "#lib/domain/machines";

const place = /(?<=<!-- diagrams -->\n)[\s\S]*?(?=<!-- \/diagrams -->)/;

/** A README with the diagram of each machine between the two marks that it keeps for them. */
export function withDiagrams(readme: string): string {
  if (!place.test(readme)) throw new Error("README.md has no two diagrams marks");
  return readme.replace(place, () => entities.map((entity) => diagramOf(entity, machines[entity])).join(""));
}

const diagramOf = (entity: string, machine: AnyMachine) =>
  `<details><summary>${entity}</summary>\n\n\`\`\`mermaid\n${toMermaid(machine)}\n\`\`\`\n\n</details>\n`;
