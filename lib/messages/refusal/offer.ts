import { bilingual } from "#lib/messages/bilingual";

export const offerRefusalWords = bilingual({
  en: {
    setting_amount_min: "The smallest amount is not set; set it in the general settings first.",
    setting_amount_max: "The largest amount is not set; set it in the general settings first.",
    setting_instalments_min: "The smallest number of instalments is not set; set it in the general settings first.",
    setting_instalments_max: "The largest number of instalments is not set; set it in the general settings first.",
    setting_annual_rate: "The annual rate is not set; set it in the repayment logic first.",
    setting_method: "The method is not set; set it in the repayment logic first.",
    setting_periodicity: "How often instalments fall due is not set; set it in the repayment logic first.",
    setting_valid_from: "The day from which the offer is valid is not set; set it in the general settings first.",
    rate_within_max:
      "The annual rate of {annualRate} is above the most that the business rules allow, {maxRate}; lower it first.",
    product_enabled: "The product is in the status “{productState}”; a Super Admin must reactivate it first.",
  },
  es: {
    setting_amount_min: "Falta el monto mínimo; defínalo primero en los ajustes generales.",
    setting_amount_max: "Falta el monto máximo; defínalo primero en los ajustes generales.",
    setting_instalments_min: "Falta el número mínimo de cuotas; defínalo primero en los ajustes generales.",
    setting_instalments_max: "Falta el número máximo de cuotas; defínalo primero en los ajustes generales.",
    setting_annual_rate: "Falta la tasa anual; defínala primero en la lógica de pago.",
    setting_method: "Falta el método; defínalo primero en la lógica de pago.",
    setting_periodicity: "Falta la periodicidad de las cuotas; defínala primero en la lógica de pago.",
    setting_valid_from: "Falta el día desde el que vale la oferta; defínalo primero en los ajustes generales.",
    rate_within_max:
      "La tasa anual de {annualRate} supera el máximo que permiten las reglas de negocio, {maxRate}; bájela primero.",
    product_enabled: "El producto está en el estado “{productState}”; primero un Super Admin debe reactivarlo.",
  },
});
