/** The address that rings a number. */
export function telephoneAddress(phone: string): string {
  return `tel:${phone.replaceAll(' ', '')}`
}

/** The address that starts a text message to a number. */
export function smsAddress(text: string): string {
  return `sms:${text.replaceAll(' ', '')}`
}
