"use server";

import { z } from "zod";
import { formAction } from "#app/action";
import { formSchema } from "#app/catalogue";
import { writing } from "#app/form";
import { addOffer, editOffer, removeOffer } from "#db/write/offer";
import { newOfferFields, type OfferTab, offerFields } from "#lib/catalogue/field";
import { catalogueForm } from "#lib/catalogue/refused";
import { isCode } from "#lib/domain/code";

const code = z.string().refine((text) => isCode("offer", text));
const product = z.string().refine((text) => isCode("product", text));

export const sendNewOffer = formAction(
  formSchema(newOfferFields, { product }),
  writing(
    catalogueForm,
    (actor, { key, ...made }) => addOffer(actor, made, key),
    ({ key }, { code }) => `/offers/${code}?saved=${key}`,
  ),
);

const tabForm = (tab: OfferTab) =>
  formAction(
    formSchema(offerFields[tab], { code, version: z.string().max(64) }),
    writing(
      catalogueForm,
      (actor, { key, ...edit }) => editOffer(actor, { tab, ...edit }, key),
      ({ key, code }) => `/offers/${code}?tab=${tab}&saved=${key}`,
    ),
  );

export const sendGeneral = tabForm("general");
export const sendRepayment = tabForm("repayment");
export const sendCharges = tabForm("charges");

export const sendRemoval = formAction(
  formSchema({ typed_code: { kind: "text", most: 20 } }, { code }),
  writing(
    catalogueForm,
    (actor, { key, code, typed }) => removeOffer(actor, { code, typed: (typed["typed_code"] ?? "").trim() }, key),
    ({ code: removed }, { code }) => `/products/${code}?removed=${removed}`,
  ),
);
