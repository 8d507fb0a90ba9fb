import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { ConfigError } from '#server/config.ts'
import { projectRoot } from '#server/project-root.ts'

const bothWords = z.strictObject({ cy: z.string().min(1), en: z.string().min(1) })

/** What `set.yaml` says of a set of symbols: who drew it and under which licence, for the page that gives credit. */
const about = z.strictObject({
  credit: bothWords,
  web: z.url(),
  licence: z.strictObject({ name: z.string().min(1), web: z.url() }),
})

/** Another set of symbols than ours: pictures by id, and whom to thank for them. */
export type SymbolSet = {
  readonly pictures: Readonly<Record<string, string>>
  readonly about: z.infer<typeof about>
}

/** What a picture may not carry: it stands in our pages, under a policy that lets nothing in it load or run. */
const FORBIDDEN = /\s(?:id|style|class)=|href|<(?:text|image|style|script|foreignObject)\b|\son[a-z]+=/i

/**
 * Reads another set of symbols: a folder of SVG files named by our ids (content/symbols.yaml), with `set.yaml`
 * beside them. Where it has no picture for an id, ours stays.
 *
 * @param folder - absent: our own set alone.
 * @throws ConfigError when the folder, its `set.yaml` or a picture cannot be used; says which and why.
 */
export function readSymbolSet(folder: string | undefined): SymbolSet | undefined {
  if (!folder) return undefined
  if (!existsSync(join(folder, 'set.yaml'))) throw new ConfigError(`SYMBOLS: ${folder} has no set.yaml`)
  const parsed = about.safeParse(parse(readFileSync(join(folder, 'set.yaml'), 'utf8')))
  if (!parsed.success) throw new ConfigError(`SYMBOLS: set.yaml cannot be used: ${z.prettifyError(parsed.error)}`)
  const ours = new Set(
    z
      .array(z.object({ id: z.string() }))
      .parse(parse(readFileSync(join(projectRoot, 'content', 'symbols.yaml'), 'utf8')))
      .map(({ id }) => id),
  )
  const files = readdirSync(folder).filter((file) => file.endsWith('.svg'))
  const pictures = files.map((file) => {
    const id = file.slice(0, -'.svg'.length)
    const svg = readFileSync(join(folder, file), 'utf8')
      .replace(/^<\?xml[^>]*>\s*|<!--[\s\S]*?-->/g, '')
      .trim()
    if (!ours.has(id)) throw new ConfigError(`SYMBOLS: ${file} is none of ours: see the ids in content/symbols.yaml`)
    if (!/^<svg[^>]*\sviewBox="[^"]+"/.test(svg)) throw new ConfigError(`SYMBOLS: ${file} has no viewBox`)
    if (FORBIDDEN.test(svg)) throw new ConfigError(`SYMBOLS: ${file} carries an id, a style, text, a link or a script`)
    return [id, svg] as const
  })
  return { pictures: Object.fromEntries(pictures), about: parsed.data }
}
