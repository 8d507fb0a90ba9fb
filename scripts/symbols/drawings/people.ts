import { area, box, colours, type Drawings, disc, dot, line } from '../shape-kit.ts'
import { arrowRight, bubble, bust, face, heart, mobile, page, star, tick } from '../stock-shapes.ts'

const swapArrows = [
  line('M20 14c8-7 24-7 32 0M52 14l-1-7M52 14l-7 0', 3),
  line('M52 60c-8 7-24 7-32 0M20 60l1 7M20 60l7 0', 3),
]

/** People, and what people do for and with each other. */
export const people: Drawings = {
  advocate: [
    ...bust([21, 66], 1.35, colours.purple),
    ...bust([50, 66], 0.95, colours.blue),
    bubble([28, 6], [38, 24], [27, 36]),
    star([47, 18], 8),
  ],
  'young-person': [
    area('M10 66v-6c0-10 9-16 18-17h16c9 1 18 7 18 17v6z', colours.deepGreen),
    area('M22 46c-4-4-6-10-6-18c0-12 9-21 20-21s20 9 20 21c0 8-2 14-6 18c-4 6-24 6-28 0z', colours.deepGreen),
    area('M24 28c0-9 5-14 12-14s12 5 12 14s-5 17-12 17s-12-8-12-17z', colours.yellow),
    dot([31, 29]),
    dot([41, 29]),
    line('M32 37q4 3 8 0M30 50v8M42 50v8'),
  ],
  'trusted-adult': [
    ...bust([24, 66], 1.5, colours.orange),
    ...bust([54, 66], 0.85, colours.blue),
    heart([54, 24], 1.25),
  ],
  'social-worker': [
    ...bust([36, 66], 1.9, colours.green),
    line('M29 41l7 12l7-12'),
    box([30, 53], 12, 10, colours.white),
    dot([34, 57], 1.3),
    line('M38 57h2M33 61h6', 1.5),
  ],
  // Held in two hands: nobody is embraced whom they may not want to be embraced by.
  'looked-after': [
    heart([36, 11], 0.9),
    ...bust([36, 56], 1.25, colours.blue),
    area('M5 33c0-5 6-5 7 0l3 9c3 6 9 8 15 10c4 1 6 5 6 9v5H24C11 64 5 52 5 33z', colours.yellow),
    area('M67 33c0-5-6-5-7 0l-3 9c-3 6-9 8-15 10c-4 1-6 5-6 9v5h12c13-2 19-14 19-33z', colours.yellow),
  ],
  // Shoulder to shoulder, an arm round each other; of any age.
  friends: [
    ...bust([22, 66], 1.7, colours.purple),
    ...bust([50, 66], 1.7, colours.green),
    ...face([22, 29], 12, 'happy'),
    ...face([50, 29], 12, 'happy'),
    area('M27 50c9-6 21-6 31-1c3 2 2 7-2 7c-10-3-17-3-26 1z', colours.purple),
    disc([59, 53], 4.5, colours.yellow),
  ],
  thinking: [
    ...bust([19, 66], 1.35, colours.blue),
    area(
      'M37 10c4-6 13-6 16-1c6-2 12 2 12 8c3 3 3 9-2 11c-1 6-9 7-12 4c-4 4-12 4-14-1c-6 0-10-5-7-10c-3-5 1-11 7-11z',
      colours.white,
    ),
    disc([34, 39], 2.6, colours.white),
    disc([30, 45], 1.6, colours.white),
    dot([40, 21], 2),
    dot([47.5, 21], 2),
    dot([55, 21], 2),
  ],
  siblings: [
    ...bust([14, 66], 0.8, colours.green),
    ...bust([58, 66], 0.9, colours.orange),
    ...bust([36, 66], 1.1, colours.blue),
    heart([36, 22], 1.3),
  ],
  love: [...bust([19, 66], 1.25, colours.green), ...bust([53, 66], 1.25, colours.orange), heart([36, 21], 1.6)],
  'swap-person': [...bust([18, 52], 1.15, colours.grey), ...bust([54, 52], 1.15, colours.blue), ...swapArrows],
  'share-info': [
    area('M6 16h16l8 8v26H6z', colours.white),
    line('M10 30h14M10 36h14M10 42h9'),
    arrowRight([34, 36], 11),
    ...bust([56, 56], 0.95, colours.blue),
  ],
  'someone-else-answers': [
    ...bust([24, 66], 1.5, colours.grey),
    ...mobile([44, 22], [20, 38]),
    line('M50 40q4-6 8 0q0 3-4 5v2'),
    dot([54, 50], 1.3),
  ],
  meeting: [
    ...bust([36, 38], 0.95, colours.purple),
    ...bust([15, 47], 0.95, colours.blue),
    ...bust([57, 47], 0.95, colours.green),
    area('M8 47h56c0 10-12 15-28 15S8 57 8 47z', colours.brown),
  ],
  gender: [
    area('M5 47c-1-14 0-27 10-27s11 13 10 27z', colours.brown),
    ...bust([15, 60], 0.95, colours.purple),
    ...bust([36, 60], 0.95, colours.blue),
    area('M29 38c-2-14 16-14 14 0c-3-1-6-3-8-6c-1 3-3 5-6 6z', colours.deepGrey),
    disc([57, 37], 10.5, colours.orange),
    ...bust([57, 60], 0.95, colours.green),
  ],
  'do-it-with-me': [
    ...bust([19, 52], 1.1, colours.purple),
    ...bust([53, 52], 0.95, colours.blue),
    area('M6 52h60v5H6z', colours.brown),
    line('M12 57v9M60 57v9'),
    box([28, 40], 16, 12, colours.white),
    line('M31 44h10M31 48h7'),
  ],
  'do-it-for-me': [
    ...bust([53, 66], 1.35, colours.purple),
    ...bust([16, 66], 0.85, colours.blue),
    ...page([8, 7], [18, 23]),
    line('M12 17h8M12 22h10'),
    arrowRight([31, 18], 12),
  ],
  'tell-me-how': [
    ...bust([18, 66], 1.15, colours.purple),
    ...bust([52, 66], 0.8, colours.blue),
    bubble([24, 5], [42, 33], [23, 45]),
    dot([31, 13], 2),
    dot([31, 21.5], 2),
    dot([31, 30], 2),
    line('M37 13h22M37 21.5h22M37 30h14'),
  ],
  choose: [
    box([8, 9], 24, 24, colours.white),
    box([40, 9], 24, 24, colours.green),
    tick([46, 22], 1),
    area('M45 66l-8-12c-2-4 2-6 5-3l4 4V38c0-5 7-5 7 0v10l8 3c4 1 5 4 4 8l-2 7z', colours.yellow),
  ],
}
