import { afterEach, beforeEach, expect } from 'vitest'

/** Whoever warns, warns of something: a test that makes a line of error or warning fails. */
const lines: string[] = []

for (const level of ['error', 'warn'] as const)
  console[level] = (...said: unknown[]) => {
    lines.push(`console.${level}: ${said.map(String).join(' ')}`)
  }

beforeEach(() => {
  lines.length = 0
})

afterEach(() => {
  expect(lines, 'nothing is said as an error or a warning').toEqual([])
})
