/** Puts values where a sentence names them: `{name}`. For islands; free of everything else. */
export function putIn(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
