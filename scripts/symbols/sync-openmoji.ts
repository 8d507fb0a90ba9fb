/**
 * Takes the OpenMoji pictures that our two lists name into content/symbols, slimmed and made to follow the theme.
 * A person runs it by hand after changing a list; see the help text below.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import * as z from 'zod'
import { slimSvg } from './slim-svg.ts'

const help = `Takes pictures from OpenMoji into content/symbols.

  node scripts/symbols/sync-openmoji.ts <folder of the openmoji package>

The package is large (67 MB) and stays out of the project. Install it elsewhere first:

  npm install openmoji@17.0.0 --ignore-scripts --prefix /tmp/openmoji
  node scripts/symbols/sync-openmoji.ts /tmp/openmoji/node_modules/openmoji

Reads   content/symbols.yaml, content/picture-words.yaml
Writes  content/symbols/openmoji, content/symbols/picture-words (pictures and SOURCES.md)
`

const listed = z.array(
  z.object({ id: z.string(), source: z.string().default('openmoji'), hexcode: z.string().optional() }),
)
const changes = 'cropped, minified, black made currentColor, other colours made themable'

/** Pictures whose coloured strokes are the drawing itself (a bicycle's frame): black, or they would fade with the fills. */
const strokesAreLines = new Set(['1F6B2', '1FA9F', '1F3BE', '1F3F8', '1F526'])

/** Some words are large on OpenMoji's grid, so their window is wider than that of the symbols. */
const collections = [
  { list: 'content/symbols.yaml', folder: 'content/symbols/openmoji', canvas: '4 4 64 64' },
  { list: 'content/picture-words.yaml', folder: 'content/symbols/picture-words', canvas: '2 2 68 68' },
] as const

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
})
const [openmoji] = positionals

if (values.help === true) {
  process.stdout.write(help)
} else if (openmoji === undefined) {
  process.stderr.write(help)
  process.exitCode = 1
} else {
  for (const collection of collections) sync(openmoji, collection)
}

function sync(openmoji: string, { list, folder, canvas }: (typeof collections)[number]): void {
  const pictures = listed.parse(parse(readFileSync(list, 'utf8'))).filter((entry) => entry.source === 'openmoji')
  mkdirSync(folder, { recursive: true })
  for (const { id, hexcode } of pictures) {
    writeFileSync(join(folder, `${id}.svg`), slimSvg(readPicture(openmoji, hexcode ?? id), canvas))
  }
  const lines = pictures.map(({ id, hexcode }) => `| ${id} | ${hexcode} |`)
  writeFileSync(join(folder, 'SOURCES.md'), sourcesOf(versionOf(openmoji), lines))
  process.stdout.write(`${folder}: ${pictures.length} pictures\n`)
}

function readPicture(openmoji: string, hexcode: string): string {
  const svg = readFileSync(join(openmoji, 'color', 'svg', `${hexcode}.svg`), 'utf8')
  return strokesAreLines.has(hexcode) ? svg.replaceAll(/stroke="#[0-9a-f]{3,6}"/gi, 'stroke="#000"') : svg
}

function versionOf(openmoji: string): string {
  const manifest = readFileSync(join(openmoji, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version
}

function sourcesOf(version: string, lines: readonly string[]): string {
  return `# Where these pictures come from

Made by \`scripts/symbols/sync-openmoji.ts\`: do not edit by hand.
Every picture is OpenMoji ${version} (npm \`openmoji\`, file \`color/svg/<hexcode>.svg\`), CC BY-SA 4.0, by the OpenMoji
project and its authors. What we changed in every one: ${changes}.
In ${[...strokesAreLines].join(', ')} the coloured lines are black too.

| our id | OpenMoji hexcode |
| --- | --- |
${lines.join('\n')}
`
}
