import { cardCall } from "#app/api/cards/call";

export const POST = cardCall;
