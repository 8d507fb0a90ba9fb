import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** What a page that is read may take before it can be read. @source DESIGN 12 */
export const FIRST_LOAD = { bytes: 14_600, scriptBytes: 3_072, requests: 4 } as const

/** What our server's headers take, rounded up from what Chromium counts: tests/browser/bytes.test.ts. */
const HEADER_BYTES = { page: 850, script: 850, style: 480 } as const

/** What one page takes: over the wire, compressed, with headers. */
export type Load = {
  readonly page: string
  readonly bytes: number
  readonly scriptBytes: number
  readonly requests: number
}

/**
 * Ends the build when a page that is read takes more than the budget. Pages of forms have a budget of their own,
 * over a whole journey. Runs after `compressed()`, whose files it weighs.
 */
export function firstLoad(): AstroIntegration {
  return {
    name: 'first-load',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const loads = weighPages(fileURLToPath(dir))
        const heavy = loads.filter(isTooHeavy)
        if (heavy.length > 0)
          throw new Error(`These pages take more than DESIGN 12 allows:\n${heavy.map(sayLoad).join('\n')}`)
        const heaviest = loads.toSorted((one, other) => other.bytes - one.bytes)[0]
        if (heaviest) logger.info(`${loads.length} pages are within budget; the heaviest is ${sayLoad(heaviest)}`)
      },
    },
  }
}

/** Weighs every page of a built site that is read, not filled in. */
export function weighPages(site: string): readonly Load[] {
  return readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, html: readFileSync(join(site, file), 'utf8') }))
    .filter(({ html }) => !html.includes('data-journey='))
    .map(({ file, html }) => weigh(site, file, html))
}

/** Tells whether a page takes more than it may. */
export function isTooHeavy({ bytes, scriptBytes, requests }: Load): boolean {
  return bytes > FIRST_LOAD.bytes || scriptBytes > FIRST_LOAD.scriptBytes || requests > FIRST_LOAD.requests
}

function weigh(site: string, file: string, html: string): Load {
  const linked = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].map(([, address = '']) => address))]
  const styles = linked(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)
  const scripts = linked(/<script[^>]+src="([^"]+)"/g)
  const weightOf = (addresses: readonly string[], headers: number) =>
    addresses.reduce((sum, address) => sum + headers + onTheWire(join(site, address)), 0)
  const scriptBytes = weightOf(scripts, HEADER_BYTES.script)
  return {
    page: `/${file.replace(/(^|\/)index\.html$/, '')}`,
    bytes: HEADER_BYTES.page + onTheWire(join(site, file)) + weightOf(styles, HEADER_BYTES.style) + scriptBytes,
    scriptBytes,
    requests: 1 + styles.length + scripts.length,
  }
}

function onTheWire(file: string): number {
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size
}

function sayLoad({ page, bytes, scriptBytes, requests }: Load): string {
  return `${page}: ${bytes} bytes, ${scriptBytes} of them script, in ${requests} requests`
}
