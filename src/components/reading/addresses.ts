/** The address that rings a number. */
export function telephoneAddress(phone: string): string {
  return `tel:${phone.replaceAll(' ', '')}`
}

/** The address that starts a text message to a number. */
export function smsAddress(text: string): string {
  return `sms:${text.replaceAll(' ', '')}`
}

/** A number as people read it, that no line breaks. */
export function inOnePiece(number: string): string {
  return number.replaceAll(' ', '\u00a0')
}
