const files: Record<string, string> = import.meta.glob('/content/symbols/picture-words/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/**
 * The drawing of one picture-word, as SVG of our own making: never anything that was typed.
 *
 * @throws when there is none.
 */
export function pictureOfWord(id: string): string {
  const svg = files[`/content/symbols/picture-words/${id}.svg`]
  if (svg === undefined) throw new Error(`no picture for the word ${id}`)
  return svg.replace('<svg', '<svg class="symbol"')
}
