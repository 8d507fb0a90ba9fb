import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { AstroIntegration } from 'astro'

const TEXT = new Set(['.html', '.css', '.js', '.json', '.svg', '.txt', '.xml'])
/** Below this many bytes a compressed twin saves nothing. */
const SMALLEST = 300

/** Writes a brotli and a gzip twin beside every text file of the built site, for the server to hand out. */
export function compressed(): AstroIntegration {
  return {
    name: 'compressed',
    hooks: {
      'astro:build:done': ({ dir }) => {
        for (const file of filesBelow(fileURLToPath(dir))) writeTwins(file)
      },
    },
  }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => TEXT.has(extname(file)) && statSync(file).isFile())
}

function writeTwins(file: string): void {
  const bytes = readFileSync(file)
  if (bytes.length < SMALLEST) return
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  )
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
}
