/** The id of the first control of a question: what an error links to. */
export function fieldId(question: string): string {
  return `q-${question}`
}
