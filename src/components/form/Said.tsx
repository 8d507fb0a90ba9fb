/** A sentence in which `**two stars**` make a word strong. */
export function Said({ text }: { readonly text: string }) {
  return text.split('**').map((part, index) => (index % 2 === 1 ? <strong key={part}>{part}</strong> : part))
}
