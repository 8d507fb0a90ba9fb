import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allImports, type Import, sourceFiles } from './imports.ts'

const say = ({ from, takes }: Import) => `${from} takes ${takes}`
const isUnder =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path === folder || path.startsWith(`${folder}/`))
const importsUnder = (...folders: string[]) => allImports.filter(({ from }) => isUnder(...folders)(from))
/** Imports under a folder that lead anywhere but to these places. */
const strayingFrom = (folder: string, ...allowed: string[]) =>
  importsUnder(folder)
    .filter(({ takes }) => !isUnder(...allowed)(takes))
    .map(say)
/** Imports under folders that lead to places they may not, types left out. */
const reaching = (folders: readonly string[], ...forbidden: string[]) =>
  importsUnder(...folders)
    .filter(({ takes, isType }) => !isType && isUnder(...forbidden)(takes))
    .map(say)
const front = ['src/components', 'src/layouts', 'src/islands', 'src/pages', 'src/routes', 'src/styles']
const machinery = [
  'src/server/store',
  'src/server/sealing',
  'src/server/outbox',
  'src/server/operations',
  'src/server/reports',
  'src/server/sign-in',
  'src/server/http',
]

describe('who may import whom', () => {
  test('domain: itself and zod, nothing that has a clock, chance, a network or a database', () => {
    expect(strayingFrom('src/domain', 'src/domain', 'npm:zod', 'npm:zod/mini')).toEqual([])
  })

  test('forms: domain and itself; a form holds keys, not words', () => {
    expect(strayingFrom('src/forms', 'src/forms', 'src/domain', 'npm:zod/mini')).toEqual([])
  })

  test('i18n: never the server, not even its types', () => {
    expect(
      importsUnder('src/i18n')
        .filter(({ takes }) => isUnder('src/server')(takes))
        .map(say),
    ).toEqual([])
  })

  test('i18n: never what is drawn', () => {
    expect(
      importsUnder('src/i18n')
        .filter(({ takes }) => isUnder(...front)(takes))
        .map(say),
    ).toEqual([])
  })

  test('sealing: nothing of the server but itself', () => {
    expect(reaching(['src/server/sealing'], ...machinery.filter((each) => each !== 'src/server/sealing'))).toEqual([])
  })

  test('store: nothing of the server but itself, and of sealing only the type of what is sealed', () => {
    expect(reaching(['src/server/store'], ...machinery.filter((each) => each !== 'src/server/store'))).toEqual([])
  })

  test('store takes no form, no words and no answers', () => {
    expect(
      importsUnder('src/server/store')
        .filter(({ takes }) => isUnder('src/forms', 'src/i18n', 'locales')(takes))
        .map(say),
    ).toEqual([])
  })

  test('reports: never sealing, for a report holds no key, and nobody who opens', () => {
    const forbidden = [
      'src/server/sealing',
      'src/server/operations',
      'src/server/outbox',
      'src/server/sign-in',
      'npm:age-encryption',
    ]

    expect(
      importsUnder('src/server/reports')
        .filter(({ takes }) => isUnder(...forbidden)(takes))
        .map(say),
    ).toEqual([])
  })

  test('outbox: never sealing nor an envelope or a record, for a notice holds no answer', () => {
    const forbidden = [
      'src/server/sealing',
      'src/server/operations',
      'src/server/store/record.store.ts',
      'npm:age-encryption',
    ]

    expect(
      importsUnder('src/server/outbox')
        .filter(({ takes }) => isUnder(...forbidden)(takes))
        .map(say),
    ).toEqual([])
  })

  test('operations: never pages nor what answers them', () => {
    expect(reaching(['src/server/operations'], ...front, 'src/server/http', 'src/server/main.ts')).toEqual([])
  })

  test('the server: never components, layouts, islands or pages', () => {
    expect(reaching(['src/server'], ...front)).toEqual([])
  })

  test('components, layouts and islands: never the server, save its types', () => {
    expect(reaching(['src/components', 'src/layouts', 'src/islands'], 'src/server')).toEqual([])
  })

  test('pages: never store, sealing or outbox', () => {
    expect(
      reaching(['src/pages', 'src/routes'], 'src/server/store', 'src/server/sealing', 'src/server/outbox'),
    ).toEqual([])
  })

  test('nothing that goes to the browser takes a part of Node', () => {
    expect(
      importsUnder('src/islands', 'src/domain', 'src/forms')
        .filter(({ takes }) => takes.startsWith('npm:node:'))
        .map(say),
    ).toEqual([])
  })

  test('only content.config.ts takes the zod of Astro', () => {
    expect(allImports.filter(({ takes }) => takes === 'npm:astro/zod').map(({ from }) => from)).toEqual([
      'src/content.config.ts',
    ])
  })

  test('nothing that is shared with the browser takes the large zod', () => {
    expect(
      importsUnder('src/forms', 'src/islands')
        .filter(({ takes }) => takes === 'npm:zod')
        .map(say),
    ).toEqual([])
  })

  test('only sealing and the browser of staff open or seal', () => {
    const mayTake = isUnder('src/server/sealing', 'src/islands/staff', 'scripts')

    expect(allImports.filter(({ from, takes }) => takes === 'npm:age-encryption' && !mayTake(from)).map(say)).toEqual(
      [],
    )
  })

  test('only the store writes SQL: everybody else asks it by name', () => {
    const mayTake = isUnder('src/server/store')
    const values = allImports.filter(({ takes, isType }) => !isType && /^npm:(kysely|pg|node:sqlite)(\/|$)/.test(takes))

    expect(values.filter(({ from }) => from.startsWith('src/') && !mayTake(from)).map(say)).toEqual([])
  })
})

describe('the imports', () => {
  test('lead to files that are there', () => {
    const missing = allImports.filter(
      ({ takes }) => /^(src|scripts|locales)\//.test(takes) && !existsSync(takes.replace(/\?.*$/, '')),
    )

    expect(missing.map(say)).toEqual([])
  })

  test('were all read: this test sees what it judges', () => {
    expect([sourceFiles.length > 150, allImports.length > 500]).toEqual([true, true])
  })
})
