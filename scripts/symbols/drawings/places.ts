import { area, box, colours, type Drawings, disc, line } from '../shape-kit.ts'
import { bust, heart, house } from '../stock-shapes.ts'

/** Homes, and leaving them. */
export const places: Drawings = {
  'foster-home': [
    ...house([6, 6], [60, 60]),
    ...bust([27, 66], 1.2, colours.purple),
    ...bust([50, 66], 0.75, colours.blue),
    heart([47, 36], 0.8),
  ],
  'childrens-home': [
    ...house([6, 6], [60, 60]),
    ...bust([21, 66], 0.8, colours.blue),
    ...bust([51, 66], 0.8, colours.green),
    ...bust([36, 66], 0.95, colours.orange),
  ],
  'leaving-care': [
    ...house([6, 16], [30, 32]),
    area('M16 48V35h9v13', colours.brown),
    disc([50, 17], 6, colours.yellow),
    area('M44 28h12l2 18h-4l3 20h-6l-3-16l-4 16h-6l5-20z', colours.blue),
    box([55, 50], 11, 13, colours.orange),
    line('M58 50v-4h5v4M56 33l5 13'),
  ],
}
