import { area, box, colours, type Drawing, type Drawings, disc, line, patch } from '../shape-kit.ts'
import { arrowRight, clock, star } from '../stock-shapes.ts'

const ground = [patch('M6 52h60v12H6z', colours.green), line('M6 52h60')]

/** The weekend is orange and framed: colour is never the only cue. */
const weekday = (column: number): Drawing =>
  [32, 48].map((y) => box([9.5 + column * 7.9, y], 5.6, 11, column < 5 ? colours.white : colours.orange))

/** When: times of day, and how soon. */
export const time: Drawings = {
  morning: [
    area('M20 52a16 16 0 0 1 32 0z', colours.yellow),
    line('M20 36l-6-6M52 36l6-6M13 46l-7-2M59 46l7-2'),
    ...ground,
    line('M36 28V10M29 17l7-7l7 7', 3),
  ],
  evening: [
    area('M6 8h60v44H6z', colours.deepBlue),
    area('M34 14c-12 2-16 18-6 25c7 5 16 2 19-4c-12 2-20-8-13-21z', colours.yellow),
    star([56, 18], 5),
    star([14, 16], 4),
    patch('M6 52h60v12H6z', colours.deepGreen),
    line('M6 52h60'),
  ],
  'after-school': [
    area('M9 30c0-14 5-19 14-19s14 5 14 19v34H9z', colours.red),
    line('M18 11V8c0-3 10-3 10 0v3M9 42h28M23 42v6'),
    area('M14 50h18v14H14z', colours.red),
    ...clock([50.5, 24], 16, 'M50.5 14v10l7 4'),
    line('M44 54h19M58 49l5 5l-5 5', 3),
  ],
  weekend: [
    area('M6 12h60v52H6z', colours.white),
    area('M6 12h60v15H6z', colours.blue),
    line('M20 7v10M52 7v10', 3),
    ...[0, 1, 2, 3, 4, 5, 6].flatMap(weekday),
    line('M47 29h16.500v33H47z', 3),
  ],
  'any-time': [
    disc([36, 36], 30, colours.green),
    ...clock([36, 36], 20, 'M36 23v13h9'),
    line('M36 6v5M36 61v5M6 36h5M61 36h5'),
  ],
  soon: [...clock([27, 36], 21, 'M27 22v14h9'), arrowRight([53, 36], 13)],
  // An alarm that rings: it is now.
  'now-urgent': [
    line('M20 61l-5 6M52 61l5 6', 4),
    area('M12 25c-6-8 5-18 14-12z', colours.red),
    area('M60 25c6-8-5-18-14-12z', colours.red),
    disc([36, 40], 23, colours.red),
    disc([36, 40], 16.5, colours.white),
    line('M36 28v13l8 5', 4),
    line('M36 14V9', 4),
    line('M6 34c-1 4-1 8 0 12M66 34c1 4 1 8 0 12', 3),
  ],
}
