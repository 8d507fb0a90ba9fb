import { languages } from '#domain/language/language.ts'
import { namedCouncils, posterPath } from '#i18n/councils.ts'
import { paths } from '#i18n/paths.ts'
import { expect, test } from './llafar.ts'
import { service } from './public-forms.ts'
import { sheetsOf } from './sheets.ts'

for (const language of languages)
  test(`every council has a poster, and it prints on one sheet with the cards on a second, ${language}`, async ({
    page,
  }) => {
    const councils = namedCouncils(service, language)

    await page.goto(paths.posters[language])
    expect(
      await page.locator('main .pages a').evaluateAll((links) => links.map((link) => link.textContent?.trim())),
    ).toEqual(councils.map(({ name }) => name))
    for (const { id, name } of councils) {
      await page.goto(posterPath(id, language))
      await expect(page.locator('.poster')).toContainText(name)
      await expect(page.locator('.poster .poster-code svg')).toBeVisible()
    }
    expect(sheetsOf(await page.pdf({ preferCSSPageSize: true }))).toBe(2)
  })
