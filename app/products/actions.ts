"use server";

import { z } from "zod";
import { formAction } from "#app/action";
import { formSchema } from "#app/catalogue";
import { writing } from "#app/form";
import { addProduct, editProduct } from "#db/write/product";
import { productFields } from "#lib/catalogue/field";
import { catalogueForm } from "#lib/catalogue/refused";
import { isCode } from "#lib/domain/code";

const code = z.string().refine((text) => isCode("product", text));

export const sendNewProduct = formAction(
  formSchema(productFields, {}),
  writing(
    catalogueForm,
    (actor, { key, typed }) => addProduct(actor, typed, key),
    ({ key }, { code }) => `/products/${code}?saved=${key}`,
  ),
);

export const sendProduct = formAction(
  formSchema(productFields, { code, version: z.string().max(64) }),
  writing(
    catalogueForm,
    (actor, { key, ...edit }) => editProduct(actor, edit, key),
    ({ key, code }) => `/products/${code}?saved=${key}`,
  ),
);
