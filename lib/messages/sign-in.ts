import { bilingual } from "#lib/messages/bilingual";

export const signInWords = bilingual({
  en: {
    title: "Sign in",
    lead: "Cartera is for operators. Your company decides who they are.",
    button: "Sign in with company account",
    again: "Sign in with another account",
    left: "You have signed out of Cartera and of your company account.",
    left_here:
      "You have signed out of Cartera. Your company account may still be signed in: on a shared computer, close the browser.",
    cancelled: "The sign-in was cancelled. Nothing has changed; you can begin again.",
    unreachable: "The company account does not answer. Try again in a few minutes; if it goes on, ask {help}.",
    unfinished: "The sign-in did not finish. It may have taken too long, or another tab began one after it. Try again.",
    weak: "Your company account signed you in less securely than Cartera asks for. Sign in again with the stronger method (a security key or code), or ask {help}.",
    clock: "The clocks of Cartera and of the company account differ too much to trust this sign-in. Ask {help}.",
    no_role: "You have no access to Cartera",
    no_role_why:
      "Your company account is known, but it carries no role in Cartera. Ask {help} to give you one, then sign in again.",
    administrator: "your administrator",
    idp_title: "Who are you today?",
    idp_demo:
      "This is a demonstration: these operators are invented and there are no passwords. In production your company account stands here.",
    idp_cancel: "Cancel",
    idp_error: "This sign-in page is no longer valid",
    idp_error_why: "It was opened too long ago, or finished in another tab.",
    idp_back: "Back to Cartera",
    idp_leave: "Sign out of the company account?",
    idp_leave_yes: "Sign out",
  },
  es: {
    title: "Ingresar",
    lead: "Cartera es para operadores. Su empresa decide quiénes son.",
    button: "Ingresar con la cuenta de la empresa",
    again: "Ingresar con otra cuenta",
    left: "Cerró la sesión de Cartera y la de su cuenta de la empresa.",
    left_here:
      "Cerró la sesión de Cartera. La cuenta de la empresa puede seguir abierta: en un equipo compartido, cierre el navegador.",
    cancelled: "El ingreso se canceló. Nada cambió; puede empezar de nuevo.",
    unreachable: "La cuenta de la empresa no responde. Intente de nuevo en unos minutos; si continúa, consulte a {help}.",
    unfinished:
      "El ingreso no terminó. Puede que haya tardado demasiado o que otra pestaña haya empezado uno después. Intente de nuevo.",
    weak: "La cuenta de la empresa lo identificó con menos seguridad de la que pide Cartera. Ingrese de nuevo con el método más fuerte (llave o código de seguridad) o consulte a {help}.",
    clock:
      "Los relojes de Cartera y de la cuenta de la empresa difieren demasiado para confiar en este ingreso. Consulte a {help}.",
    no_role: "No tiene acceso a Cartera",
    no_role_why: "Su cuenta de la empresa es conocida, pero no tiene un rol en Cartera. Pida uno a {help} e ingrese de nuevo.",
    administrator: "su administrador",
    idp_title: "¿Quién es usted hoy?",
    idp_demo:
      "Esto es una demostración: estos operadores son inventados y no hay contraseñas. En producción, aquí está la cuenta de su empresa.",
    idp_cancel: "Cancelar",
    idp_error: "Esta página de ingreso ya no es válida",
    idp_error_why: "Se abrió hace demasiado tiempo o se terminó en otra pestaña.",
    idp_back: "Volver a Cartera",
    idp_leave: "¿Cerrar la sesión de la cuenta de la empresa?",
    idp_leave_yes: "Cerrar sesión",
  },
});
