import { formPaths, pathTo } from '#i18n/paths.ts'
import { expect, test } from './llafar.ts'
import { startRealServer } from './real-server.ts'

/** The site built with a tiny set of two pictures: they are shown, all others are ours, and the credit is theirs. */
test('another set of symbols by a setting alone', async () => {
  test.setTimeout(240_000)
  const server = await startRealServer({
    settings: { SYMBOLS: 'tests/fixtures/symbols', BUILD_DIR: './dist-symbols-test' },
  })
  try {
    const text = (path: string) => fetch(server.address + path).then((answer) => answer.text())
    const home = await text(pathTo('home', 'en'))
    const about = await text(pathTo('about-site', 'en'))
    const form = await text(formPaths('self-referral', 'en').start)
    const [file = ''] = /\/symbols\/self-referral-\w+\.svg/.exec(form) ?? []

    expect(home).toContain('viewBox="0 0 100 100" fill="#123456"><circle cx="50" cy="50" r="40"')
    expect(home.match(/class="symbol" viewBox="4 4 64 64"/g)?.length).toBeGreaterThan(5)
    expect(await text(file)).toContain('<g id="now-urgent"><svg x="4" y="4" width="64" height="64"')
    expect(about).toContain('Pictures by Test Pictures Limited.')
    expect(about).toContain('href="https://pictures.example/licence"')
    expect(about).toContain('openmoji.org')
  } finally {
    await server.remove()
  }
})
