import { area, box, colours, type Drawings, disc, dot, line } from '../shape-kit.ts'
import { face, heart, page, star, tick } from '../stock-shapes.ts'

const candle = (x: number) => [
  box([x - 2, 24], 4, 12, colours.blue),
  area(`M${x} 12c-5 6-3 9 0 9s5-3 0-9z`, colours.orange),
]

/** Things that stand for an idea: rights, a plan, a code, a survey. */
export const things: Drawings = {
  rights: [
    area('M18 14h40v44H18z', colours.white),
    area('M12 8h40a6 6 0 0 1 6 6H18a6 6 0 0 0-6-6z', colours.orange),
    area('M12 64h42a6 6 0 0 0 6-6H18a6 6 0 0 1-6 6z', colours.orange),
    tick([24, 26], 0.8),
    tick([24, 38], 0.8),
    tick([24, 50], 0.8),
    line('M40 24h12M40 36h12M40 48h12'),
  ],
  'court-order': [
    area('M14 6h32l12 12v48H14z', colours.white),
    line('M46 6v12h12M36 22v24M24 27h24M28 46h16M20 53h32M20 60h22'),
    area('M19 37l5-10l5 10a5 4 0 0 1-10 0z', colours.orange),
    area('M43 37l5-10l5 10a5 4 0 0 1-10 0z', colours.orange),
  ],
  plan: [
    ...page([12, 6], [48, 60]),
    line('M21 57c14 0 8-14 18-15s2-15 11-16', 2.5),
    disc([21, 57], 4, colours.blue),
    disc([38, 42], 4, colours.green),
    star([48, 22], 8),
    line('M19 15h12M19 23h9'),
  ],
  survey: [
    area('M12 10h48v56H12z', colours.brown),
    area('M17 16h38v45H17z', colours.white),
    area('M26 6h20v9H26z', colours.grey),
    ...face([26, 27], 6, 'happy', colours.green),
    ...face([26, 42], 6, 'flat'),
    box([21, 51], 10, 7, colours.white),
    tick([23, 54], 0.7),
    line('M37 27h13M37 42h13M37 55h13'),
  ],
  delete: [
    area('M24 6h18l8 8v20H24z', colours.white),
    line('M42 6v8h8M30 16h7M30 23h14'),
    area('M14 34h44l-5 32H19z', colours.grey),
    line('M10 34h52M27 43l1 17M36 43v17M45 43l-1 17', 2.5),
  ],
  free: [
    disc([36, 36], 24, colours.orange),
    line('M45 27c-1-9-15-9-15 2c0 7 3 9 3 14c0 4-2 6-5 8h17M27 38h13', 3),
    area(
      'M36 5a31 31 0 1 0 0 62a31 31 0 1 0 0-62zM36 12a24 24 0 0 1 14.500 4.900L16.900 50.500A24 24 0 0 1 36 12zM55.100 21.500A24 24 0 0 1 21.500 55.100z',
      colours.red,
    ),
  ],
  trained: [
    area('M6 12h60v40H6z', colours.white),
    line('M14 22h30M14 30h22M14 38h16'),
    area('M44 46v20l7-5l7 5V46z', colours.deepBlue),
    disc([51, 42], 12, colours.blue),
    star([51, 42], 7),
  ],
  work: [
    area('M26 22v-6a6 6 0 0 1 6-6h8a6 6 0 0 1 6 6v6h-5v-5a2 2 0 0 0-2-2h-6a2 2 0 0 0-2 2v5z', colours.deepGrey),
    area('M10 22h52a4 4 0 0 1 4 4v32a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4V26a4 4 0 0 1 4-4z', colours.brown),
    line('M6 40h24M42 40h24'),
    box([30, 35], 12, 10, colours.orange),
  ],
  'easy-read': [
    area('M7 16c10-4 21-4 29 2v42c-8-6-19-6-29-2z', colours.white),
    area('M65 16c-10-4-21-4-29 2v42c8-6 19-6 29-2z', colours.white),
    ...face([21, 30], 6.5, 'happy'),
    line('M13 45q8-3 16 0M43 27q9-4 16-1M43 36q9-4 16-1M43 45q9-4 16-1'),
  ],
  'tracking-code': [
    area('M10 12h52a4 4 0 0 1 4 4v40a4 4 0 0 1-4 4H10a4 4 0 0 1-4-4V16a4 4 0 0 1 4-4z', colours.white),
    line('M26 12v48M46 12v48M6 36h60', 1.5),
    star([16, 24], 7),
    heart([36, 24.5], 0.9),
    disc([56, 24], 6, colours.blue),
    area('M16 41l8 14H8z', colours.green),
    box([30, 42], 12, 12, colours.purple),
    area('M49 50a7 7 0 0 1 14 0z', colours.red),
    line('M56 50v5q2 3 4 0'),
  ],
  age: [
    ...candle(24),
    ...candle(36),
    ...candle(48),
    area('M10 40a4 4 0 0 1 4-4h44a4 4 0 0 1 4 4v22H10z', colours.pink),
    area('M10 46q6.500 8 13 0t13 0t13 0t13 0v-6a4 4 0 0 0-4-4H14a4 4 0 0 0-4 4z', colours.white),
    line('M6 62h60', 2.5),
  ],
  'culture-faith': [
    area('M30 36h12v28H30z', colours.white),
    area('M36 10c-11 13-7 21 0 21s11-8 0-21z', colours.orange),
    line('M36 36v-4'),
    line('M12 57V39l12-4v17', 2.5),
    disc([8.5, 57.5], 3.5, colours.purple),
    disc([20.5, 52.5], 3.5, colours.purple),
    area('M47 50h20c0 9-4 14-10 14s-10-5-10-14z', colours.blue),
    line('M53 44q-3-3 0-6t0-6M61 44q-3-3 0-6t0-6'),
  ],
  info: [disc([36, 36], 28, colours.blue), dot([36, 22], 3.5), line('M36 33v20', 7)],
}
