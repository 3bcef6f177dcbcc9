import { weighted } from "#db/seed/random";

/** A word of a name, and how it is written in an e-mail address. */
export type Word = { text: string; plain: string };

export const womensNames = words({
  12: "María, Luz, Ana, Laura, Diana, Sandra, Claudia, Paola, Carolina, Andrea, Valentina, Daniela",
  6: `Juliana, Natalia, Alejandra, Camila, Marcela, Adriana, Mónica, Gloria, Martha, Liliana, Ángela, Leidy, Yuliana,
    Tatiana, Catalina, Paula, Sofía, Mariana, Gabriela, Isabella, Blanca, Rosa, Carmen, Yolanda, Nubia, Johana`,
  2: `Íngrid, Rocío, Nidia, Esperanza, Amparo, Consuelo, Beatriz, Zoraida, Yurany, Yésica, Xiomara, Maribel, Dayana,
    Salomé, Lucía, Inés, Belén, Verónica, Érika, Katherine, Stefanía, Lorena, Milena, Piedad, Nohora, Fanny`,
  1: "Begoña, Araceli, Úrsula, Yamile, Noelia, Aída, Eloísa, Débora, Zulma, Wendy, Nayibe",
});

export const mensNames = words({
  12: "Juan, Carlos, Luis, José, Jorge, Andrés, Diego, Camilo, Sebastián, Santiago, Felipe, Daniel",
  6: `Alejandro, Fernando, Óscar, César, Jaime, Hernán, Álvaro, Mauricio, Ricardo, Javier, Miguel, Nicolás, Julián,
    Cristian, Jhon, Brayan, Kevin, Samuel, Mateo, Fabián, Wilson, Édgar, Germán, Hernando, William, Iván`,
  2: `Yesid, Darío, Jairo, Gustavo, Orlando, Efraín, Rubén, Néstor, Ramiro, Freddy, Wilmer, Duván, Estiven, Yeison,
    Jefferson, Simón, Tomás, Emilio, Martín, Gabriel, Ángel, Raúl, Hugo, Fidel, Elkin, Arley, Deiby`,
  1: "Íñigo, Eutimio, Nairo, Rigoberto, Faustino, Ramón, Égan, Eliécer, Saúl, Ulises, Zacarías, Wílder",
});

export const surnames = words({
  40: "Rodríguez, Gómez, González, Martínez, García, López, Hernández, Sánchez, Ramírez, Pérez, Díaz, Muñoz",
  16: `Rojas, Moreno, Jiménez, Torres, Vargas, Gutiérrez, Ortiz, Castro, Álvarez, Suárez, Castillo, Ruiz, Romero,
    Valencia, Herrera, Medina, Restrepo, Quintero, Giraldo, Cárdenas, Ospina, Mosquera, Zapata, Arias, Morales`,
  6: `Ríos, Salazar, Henao, Marín, Parra, Mejía, Vélez, Londoño, Cardona, Montoya, Palacio, Acosta, Ortega, Peña,
    Núñez, Ibáñez, Ávila, Bernal, Niño, Ordóñez, Bolaños, Rincón, Beltrán, Guerrero, Contreras, Sepúlveda, Uribe,
    Caicedo, Angulo, Hurtado, Benavides, Narváez, Delgado, Cifuentes, Figueroa, Escobar, Duarte, Camargo, Bedoya`,
  2: `Montaño, Quiñones, Zúñiga, Piñeros, Patiño, Güiza, Avendaño, Riaño, Castañeda, Yepes, Bolívar, Echeverri,
    Arboleda, Hinestroza, Asprilla, Cuesta, Murillo, Riascos, Cuero, Viáfara, Chacón, Cuéllar, Fajardo, Pulido,
    Sarmiento, Villamizar, Jaimes, Pabón, Carvajalino, de la Hoz, de la Rosa, de la Cruz, del Río, de los Ríos`,
  1: `D'Achiardi, Ñáñez, Ñustes, Chocué, Yonda, Jamioy, Epiayú, Uriana, Pushaina, Abuchaibe, Char, Turbay, Name,
    Ponce de León, O'Byrne, McNish, Archbold, Pomare, Hooker, Di Doménico, Vengoechea, Küppers, Eder, Dávila-Pinzón,
    van der Hammen, Ángel, Yagüe, Argüello, Lleras, Ñungo`,
});

function words(byWeight: Record<number, string>) {
  return weighted(Object.entries(byWeight).map(([weight, list]) => [Number(weight), ...list.split(/,\s+/).map(wordOf)] as const));
}

function wordOf(text: string): Word {
  return {
    text,
    plain: text
      .normalize("NFD")
      .replace(/[^a-z]/gi, "")
      .toLowerCase(),
  };
}
