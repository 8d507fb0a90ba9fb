/** Writes our own symbols, content/symbols/drawn/<id>.svg, from the drawings in this folder. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { people } from './drawings/people.ts'
import { places } from './drawings/places.ts'
import { reaching } from './drawings/reaching.ts'
import { things } from './drawings/things.ts'
import { time } from './drawings/time.ts'
import { toSvg } from './shape-kit.ts'
import { slimSvg } from './slim-svg.ts'

const folder = 'content/symbols/drawn'
const help = `Draws our own symbols into ${folder}.

  node scripts/symbols/draw-symbols.ts

The drawings are in scripts/symbols/drawings; each id must stand in content/symbols.yaml.
`

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } })
if (values.help === true) process.stdout.write(help)
else drawAll()

function drawAll(): void {
  const drawings = Object.entries({ ...people, ...places, ...reaching, ...things, ...time })
  mkdirSync(folder, { recursive: true })
  for (const [id, drawing] of drawings) writeFileSync(join(folder, `${id}.svg`), slimSvg(toSvg(drawing), '4 4 64 64'))
  process.stdout.write(`${folder}: ${drawings.length} symbols\n`)
}
