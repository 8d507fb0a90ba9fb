import { describe, expect, test } from 'vitest'
import { pointsOf, readDrawing, writeDrawing } from '#forms/drawing.ts'

describe('a drawing as text', () => {
  test('is its lines and nothing else', () => {
    expect(
      writeDrawing([
        [
          [0, 0],
          [1200, 900],
        ],
        [[36, 35]],
      ]),
    ).toBe('0000xcp0.100z')
  })

  test('is read as it was written', () => {
    expect(readDrawing('0000xcp0.100z')).toEqual([
      [
        [0, 0],
        [1200, 900],
      ],
      [[36, 35]],
    ])
  })

  test('keeps to its edges, in whole numbers', () => {
    expect(
      readDrawing(
        writeDrawing([
          [
            [-5.4, 12.6],
            [99_999, 901],
          ],
        ]),
      ),
    ).toEqual([
      [
        [0, 13],
        [1200, 900],
      ],
    ])
  })

  test.each(['', '.', '0a0a2', '0a0a.', '..0a0a', '0A0A', '<svg/>', '0a0a 0a0a'])('is not %j', (text) => {
    expect(readDrawing(text)).toEqual([])
  })

  test('without lines is no text', () => {
    expect([writeDrawing([]), writeDrawing([[]])]).toEqual(['', ''])
  })
})

describe('a line to be shown', () => {
  test('that is a dot goes nowhere, so that its round end is seen', () => {
    expect([
      pointsOf([[5, 6]]),
      pointsOf([
        [5, 6],
        [7, 8],
      ]),
    ]).toEqual(['5,6 5,6', '5,6 7,8'])
  })
})
