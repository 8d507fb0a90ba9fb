import { area, box, colours, type Drawings, disc, dot, line, placed } from '../shape-kit.ts'
import { bubble, bust, door, face, heart, house, mobile, star } from '../stock-shapes.ts'

const hand =
  'M13 63V44c-3-5-6-12-7-19c0-3 4-4 5-1l4 10l-2-20c0-4 5-4 6 0l3 18l1-21c0-4 6-4 6 0v22l4-17c1-4 6-3 6 1l-3 22c-1 8-3 12-5 15v9z'

const deviceCells = [
  [12, 14, colours.orange],
  [29, 14, colours.green],
  [46, 14, colours.blue],
  [12, 31, colours.red],
  [29, 31, colours.purple],
  [46, 31, colours.yellow],
] as const

/** Ways to reach each other, and ways to say things. */
export const reaching: Drawings = {
  'leave-message': [
    ...mobile([8, 14], [26, 50]),
    bubble([28, 8], [38, 28], [28, 46]),
    line('M36 20v4M41 16v12M46 13v18M51 16v12M56 19v6', 2.5),
  ],
  'never-contact': [
    ...mobile([26, 15], [20, 42]),
    area(
      'M36 5a31 31 0 1 0 0 62a31 31 0 1 0 0-62zM36 12a24 24 0 0 1 14.500 4.900L16.900 50.500A24 24 0 0 1 36 12zM55.100 21.500A24 24 0 0 1 21.500 55.100z',
      colours.red,
    ),
  ],
  'come-back-myself': [
    ...mobile([37, 20], [24, 44]),
    star([49, 40], 7),
    ...bust([19, 66], 1.15, colours.blue),
    line('M17 24c4-15 24-20 37-9M54 15l-1-8M54 15l-8 1', 3),
  ],
  email: [
    area('M8 20h56v36H8z', colours.white),
    line('M8 20l28 22l28-22'),
    disc([54, 20], 11, colours.blue),
    line('M58 17v5q0 3 3 2M58 20a4 4 0 1 1-8 0a4 4 0 0 1 8 0', 1.8),
  ],
  'video-call': [
    area('M8 12h56v38H8z', colours.white),
    area('M6 56h60l-4 7H10z', colours.grey),
    ...bust([36, 50], 1.25, colours.blue),
    dot([36, 15.5], 1),
  ],
  'in-person': [...house([6, 6], [36, 48]), door([18, 54]), ...bust([55, 64], 1.05, colours.blue)],
  listen: [
    area(
      'M22 64c-6-2-8-8-8-14c0-4-6-10-6-20C8 16 16 8 27 8s18 8 18 19c0 8-4 12-8 15s-5 6-5 11c0 7-5 12-10 11z',
      colours.yellow,
    ),
    line('M15 30c0-9 5-15 12-15s11 5 11 12M20 44c6-1 8-4 7-7s-5-4-8-2'),
    line('M51 22c4 7 4 15 0 22M58 17c6 10 6 22 0 32', 3),
  ],
  interpreter: [
    bubble([7, 7], [31, 22], [15, 37], colours.blue),
    bubble([34, 37], [31, 21], [56, 66], colours.orange),
    line('M13 14h18M13 21h11M40 44q3 5 6 0t6 0t6 0M40 51q3 5 6 0t6 0'),
    line('M44 9c9 0 14 6 14 15M58 25l-5-4M58 25l4-5M28 63c-9 0-14-6-14-15M14 47l5 4M14 47l-4 5', 2.5),
  ],
  'sign-language': [
    ...placed([area(hand, colours.yellow)], 'translate(3 12) rotate(-8 20 40) scale(.8)'),
    ...placed([area(hand, colours.yellow)], 'translate(69 12) rotate(8 -20 40) scale(-.8 .8)'),
    line('M14 12c4-4 9-5 14-4M58 12c-4-4-9-5-14-4M26 5l3 3l-3 3M46 5l-3 3l3 3', 2.5),
  ],
  'aac-device': [
    area('M10 8h52a4 4 0 0 1 4 4v34a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4V12a4 4 0 0 1 4-4z', colours.grey),
    ...deviceCells.map(([x, y, colour]) => box([x, y], 14, 13, colour)),
    area('M28 56h5l6-5v16l-6-5h-5z', colours.deepGrey),
    line('M43 55c2 2 2 6 0 8M47 52c4 4 4 10 0 14'),
  ],
  'eye-pointing': [
    area('M6 36c6-13 30-13 36 0c-6 13-30 13-36 0z', colours.white),
    disc([30, 36], 7.5, colours.deepBlue),
    dot([31, 36], 3.5),
    line('M44 31l6-5M45 41l5 5', 2.5),
    box([50, 8], 16, 18, colours.green),
    box([50, 46], 16, 18, colours.orange),
    line('M55 17l3 3l5-6'),
  ],
  complaint: [bubble([8, 6], [56, 44], [18, 66]), ...face([36, 28], 16, 'sad')],
  compliment: [bubble([8, 6], [56, 44], [18, 66]), ...face([28, 28], 14, 'happy'), heart([52, 28], 1.1)],
  'something-else': [
    bubble([8, 8], [56, 40], [18, 64], colours.blue),
    dot([22, 28], 4),
    dot([36, 28], 4),
    dot([50, 28], 4),
  ],
  'rather-not-say': [
    bubble([8, 6], [56, 44], [18, 66]),
    line('M29 26v-5a7 7 0 0 1 14 0v5', 2.5),
    box([25, 26], 22, 16, colours.yellow),
    dot([36, 33], 2),
    line('M36 34v4'),
  ],
}
