import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourceFiles } from './imports.ts'

const read = (file: string) => readFileSync(file, 'utf8')
/** Lines of code that match, with their place; comments and texts in quotation marks do not count. */
const linesWith = (pattern: RegExp, files: readonly string[] = sourceFiles) =>
  files.flatMap((file) =>
    read(file)
      .split('\n')
      .map((line, index) => [`${file}:${index + 1}`, withoutWords(line)] as const)
      .filter(([, line]) => pattern.test(line))
      .map(([place, line]) => `${place} ${line.trim()}`),
  )

function withoutWords(line: string): string {
  if (/^\s*(\/\/|\/?\*)/.test(line)) return ''
  return line
    .replaceAll(/'(?:[^'\\]|\\.)*'/g, "''")
    .replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/\s\/\/ .*$/, '')
}

describe('settings', () => {
  test('are read in config.ts alone: nobody else asks the environment for one', () => {
    const asking = linesWith(/process\.env\s*(\.|\[|\?)|=\s*process\.env\b|import\.meta\.env\.(?!DEV|PROD|SSR)/)

    expect(asking.filter((line) => !line.startsWith('src/server/config.ts'))).toEqual([])
  })

  test('are handed over whole by the commands that a person types, and to the build', () => {
    const handing = new Set(linesWith(/process\.env/).map((line) => line.split(':')[0]))

    expect(
      [...handing].filter((file) => file && !/^(src\/server\/(start|ensure-built|config)\.ts|scripts\/)/.test(file)),
    ).toEqual([])
  })
})

describe('a file', () => {
  test('has at most 250 lines, definitions and migrations left out', () => {
    const long = sourceFiles
      .filter((file) => !/\.form\.ts$|\/migrations\/|\/drawings\//.test(file))
      .map((file) => [file, read(file).split('\n').length - 1] as const)
      .filter(([, lines]) => lines > 250)

    expect(long).toEqual([])
  })

  test('has no type that is anything', () => {
    expect(linesWith(/(:\s*|<|\bas\s+|\|\s*)any\b(?!\w)/)).toEqual([])
  })

  test('never says that something is there when it cannot know', () => {
    expect(linesWith(/[\w)\]]!(\.|\[|;|,|\)|$)(?!=)/)).toEqual([])
  })

  test('switches no check of types off', () => {
    expect(sourceFiles.filter((file) => /@ts-(ignore|nocheck|expect-error)/.test(read(file)))).toEqual([])
  })

  test('is named in kebab-case, a component in PascalCase', () => {
    const names = sourceFiles.map((file) => file.split('/').at(-1) ?? '').filter((name) => !/^\[/.test(name))

    expect(
      names.filter(
        (name) =>
          !/^(\d{4}-)?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|tsx|astro)$|^[A-Z]\w*\.(astro|tsx)$/.test(name),
      ),
    ).toEqual([])
  })

  test('has a name that says what it is', () => {
    const empty = /^(utils?|helpers?|common|misc|index|manager|data)\.(ts|tsx)$/

    expect(
      sourceFiles.filter((file) => empty.test(file.split('/').at(-1) ?? '') && !file.startsWith('src/pages/')),
    ).toEqual([])
  })
})

describe('the rules', () => {
  test('have no clock, no chance and no way out', () => {
    expect(
      linesWith(
        /\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|process\.|console\./,
        sourceFiles.filter((file) => file.startsWith('src/domain/')),
      ),
    ).toEqual([])
  })

  test('nor do the forms', () => {
    expect(
      linesWith(
        /\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|process\.|console\./,
        sourceFiles.filter((file) => file.startsWith('src/forms/')),
      ),
    ).toEqual([])
  })
})

describe('the server', () => {
  test('writes its lines through the log and nowhere else', () => {
    expect(
      linesWith(
        /\bconsole\.\w+\(/,
        sourceFiles.filter((file) => file.startsWith('src/server/')),
      ),
    ).toEqual([])
  })
})

describe('the child’s side', () => {
  const childSide = sourceFiles.filter(
    (file) =>
      /^src\/(components|islands|layouts|routes)\//.test(file) && !/\/staff\//.test(file) && !/Staff/.test(file),
  )

  test('keeps nothing on the device but how the page looks', () => {
    const keeping = linesWithText(/localStorage|indexedDB|document\.cookie|caches\.|sessionStorage/, childSide)

    expect(keeping.filter((line) => !/sessionStorage/.test(line))).toEqual([])
  })

  test('asks nothing of anybody else: every address is our own, a link that a person follows, or none', () => {
    expect(linesWithText(/(src|action|fetch\(|import\()=?["'(]https?:/, childSide)).toEqual([])
  })
})

function linesWithText(pattern: RegExp, files: readonly string[] = sourceFiles): readonly string[] {
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .filter((line) => pattern.test(line) && !/^\s*(\/\/|\/?\*)/.test(line))
      .map((line) => `${file} ${line.trim()}`),
  )
}
