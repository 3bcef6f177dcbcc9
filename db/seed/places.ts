import { type Random, weighted } from "#db/seed/random";

const cities = weighted([
  [16, "Bogotá D.C."],
  [8, "Medellín"],
  [7, "Cali"],
  [4, "Barranquilla", "Cartagena"],
  [2, "Cúcuta", "Bucaramanga", "Ibagué", "Pereira", "Soledad", "Villavicencio", "Santa Marta", "Manizales", "Montería"],
  [1, "Popayán", "Quibdó", "Itagüí", "Chía", "Tuluá", "Apartadó", "Riohacha", "San Andrés", "Leticia", "Mitú"],
]);

const roads = weighted([
  [8, "Calle", "Carrera"],
  [2, "Diagonal", "Transversal"],
  [1, "Avenida Calle", "Avenida Carrera", "Circular"],
]);

const insides = weighted([
  [10, ""],
  [3, " Apto. 301", " Apto. 502", " Casa 8"],
  [1, " Torre 2 Apto. 1104", " Interior 3", " Barrio La Peña", " Vereda El Cañón", " Urb. Los Álamos, Mz. C"],
]);

export function addressFrom({ pick, below, chance }: Random): string {
  const letter = chance(0.15) ? "ABCD".charAt(below(4)) : "";
  const side = chance(0.1) ? " Sur" : "";
  return `${pick(roads)} ${1 + below(170)}${letter}${side} # ${1 + below(120)}-${1 + below(99)}${pick(insides)}, ${pick(cities)}`;
}
