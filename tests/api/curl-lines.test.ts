import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '#domain/language/language.ts'
import { pathTo } from '#i18n/paths.ts'
import { type RealServer, SITE_URL, startServer } from '../builders/real-server.ts'

const hasCurl = spawnSync('curl', ['--version']).status === 0

let server: RealServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server?.stop())

/** The lines that the page for developers shows, as somebody would copy them. */
async function linesOn(path: string): Promise<readonly string[]> {
  const html = await (await fetch(server.url + path)).text()
  const signs: Readonly<Record<string, string>> = {
    '&quot;': '"',
    '&#34;': '"',
    '&#39;': "'",
    '&lt;': '<',
    '&gt;': '>',
    '&amp;': '&',
  }
  return [...html.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([, line = '']) =>
    line.replaceAll(/&(?:quot|#34|#39|lt|gt|amp);/g, (sign) => signs[sign] ?? sign),
  )
}

/** Runs a line in a shell as it stands, save for the address: this server's own. Gives the status and what came. */
function run(line: string): { readonly status: number; readonly said: unknown } {
  const here = line.replaceAll(SITE_URL, server.url).replace(/^curl /, String.raw`curl -sS -w '\n%{http_code}' `)
  const { stdout, stderr } = spawnSync('sh', ['-c', here], { encoding: 'utf8' })
  const lines = stdout.trimEnd().split('\n')
  const status = Number(lines.pop())
  if (!status) throw new Error(`${line}\n${stderr}`)
  return { status, said: JSON.parse(lines.join('\n')) }
}

// Where there is no curl there is nothing to run: the API's own tests ask the same without it.
describe.skipIf(!hasCurl).each(languages)('the lines for developers (%s)', (language) => {
  test('work as they stand', async () => {
    const lines = await linesOn(pathTo('developers', language))
    const answers = lines.map(run)

    // Nobody has the code of the example: it is answered as every wrong one is.
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 201, 404, 200])
    expect(answers[0]?.said).toHaveProperty('forms')
    expect(answers[1]?.said).toHaveProperty('schema')
    expect(answers[2]?.said).toHaveProperty('reference')
    expect(answers[4]?.said).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) })
  })
})
