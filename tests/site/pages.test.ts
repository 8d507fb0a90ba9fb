import { beforeAll, describe, expect, test } from 'vitest'
import { paths } from '#i18n/paths.ts'
import { FIRST_LOAD, isTooHeavy, type Load, weighPages } from '../../scripts/build/first-load.ts'
import { startServer } from '../builders/real-server.ts'
import { answeredOnDemand, type BuiltPage, builtPages, headingLevels, linksIn, twinOf } from './built-site.ts'

/** @source issue of the pages: every page within three taps of the first */
const TAPS = 3

let pages: readonly BuiltPage[] = []
beforeAll(async () => {
  await startServer().then((server) => server.stop())
  pages = builtPages()
}, 300_000)

const readable = () => pages.filter(({ path }) => path !== '/404' && path !== '/500')
const isThere = (address: string) => pages.some(({ path }) => path === address) || answeredOnDemand.has(address)

describe('every page that is built', () => {
  test('has one first heading, and skips no level after it', () => {
    const wrong = pages
      .map(({ path, html }) => ({ path, levels: headingLevels(html) }))
      .filter(
        ({ levels }) =>
          levels[0] !== 1 ||
          levels.filter((level) => level === 1).length !== 1 ||
          levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1),
      )

    expect(wrong).toEqual([])
  })

  test('has the same headings in the same order in both languages', () => {
    const different = readable()
      .filter(({ language }) => language === 'cy')
      .map((page) => ({ page, twin: pages.find(({ path }) => path === twinOf(page)) }))
      .filter(({ page, twin }) => !twin || String(headingLevels(twin.html)) !== String(headingLevels(page.html)))
      .map(({ page, twin }) => [page.path, twin?.path])

    expect(different).toEqual([])
  })

  test('leads nowhere that is not there', () => {
    const dead = pages.flatMap(({ path, html }) =>
      linksIn(html)
        .filter((address) => !isThere(address))
        .map((address) => `${path} leads to ${address}`),
    )

    expect(dead).toEqual([])
  })

  test.each(['cy', 'en'] as const)('is within three taps of the first page (%s)', (language) => {
    const reached = new Map([[paths.home[language] as string, 0]])
    for (const [address, taps] of reached) {
      const html = pages.find(({ path }) => path === address)?.html
      if (taps === TAPS || html === undefined) continue
      for (const next of linksIn(html)) if (!reached.has(next)) reached.set(next, taps + 1)
    }
    const far = readable().filter((page) => page.language === language && !reached.has(page.path))

    expect(far.map(({ path }) => path)).toEqual([])
  })

  test('has the way out and the way to help, which work without a script', () => {
    const without = pages.filter(({ html, language = 'cy' }) => {
      const [, href] = /<a href="([^"]+)" data-exit="https:[^"]+" rel="noreferrer"/.exec(html) ?? []
      return href !== paths.exit[language] || !html.includes(`href="${paths['help-now'][language]}"`)
    })

    expect(without.map(({ path }) => path)).toEqual([])
  })

  test('takes in nothing of anybody else, and nothing without its own address', () => {
    const foreign = pages.flatMap(({ path, html }) =>
      [
        ...html.matchAll(
          /<(?:script|img|iframe|source|video|audio|object|embed|use)\b[^>]*\b(?:src|href|data)="([^"]*)"|<link\b(?![^>]*rel="(?:canonical|alternate)")[^>]*\bhref="([^"]*)"/g,
        ),
      ]
        .map(([, one, other]) => one ?? other ?? '')
        .filter((address) => !/^(?:\/(?!\/)|data:,$|#)/.test(address))
        .map((address) => `${path}: ${address}`),
    )

    expect(foreign).toEqual([])
  })

  test('names no colour, size or script within itself, so that the policy never stops a part of it', () => {
    const inline = pages.filter(({ html }) => /<[^>]+\s(?:style|on[a-z]+)=/.test(html) || /<style\b/.test(html))

    expect(inline.map(({ path }) => path)).toEqual([])
  })
})

describe('the budget of the first load', () => {
  const page = '/cy'

  test('holds for every page that is read', () => {
    const loads = weighPages('dist/client')
    const heaviest = loads.toSorted((one, other) => other.bytes - one.bytes).slice(0, 3)
    process.stdout.write(
      `First load: ${loads.length} pages; ${heaviest.map((each) => `${each.page} ${each.bytes}`).join(', ')}\n`,
    )

    expect(loads.length).toBeGreaterThan(20)
    expect(loads.filter(isTooHeavy)).toEqual([])
  })

  test.each<[string, Load]>([
    ['bytes', { page, bytes: FIRST_LOAD.bytes + 1, scriptBytes: 0, requests: 3 }],
    ['script', { page, bytes: 9_000, scriptBytes: FIRST_LOAD.scriptBytes + 1, requests: 3 }],
    ['requests', { page, bytes: 9_000, scriptBytes: 0, requests: FIRST_LOAD.requests + 1 }],
  ])('is broken by too many %s', (_, load) => {
    expect(isTooHeavy(load)).toBe(true)
    expect(isTooHeavy({ page, bytes: FIRST_LOAD.bytes, scriptBytes: FIRST_LOAD.scriptBytes, requests: 4 })).toBe(false)
  })
})
