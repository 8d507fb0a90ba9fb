import type { Mutation, NumberWords } from '#i18n/number-words.ts'

const SOFT = { p: 'b', t: 'd', c: 'g', d: 'dd', m: 'f' }
const ASPIRATE = { p: 'ph', t: 'th', c: 'ch' }

/** Numbers mutate as any word does: "i bump", "gen i bum punt", "y ddau", "yn ddeg", "gyda phedwar". */
const mutations: readonly Mutation[] = [
  { after: /(?:^|[ (])(?:a|â|gyda|efo|tua|na) $/iu, letters: ASPIRATE },
  {
    after: /\bgan(?:ddo|ddi)(?: fe| fo| hi)? $|\bganddyn nhw $|\bgynno(?:n|ch) (?:ni|chi) $|\bgen ti $/iu,
    letters: SOFT,
  },
  { after: /(?:^|[ (])(?:i|o|am|ar|at|dan|dros|drwy|trwy|gan|heb|hyd|neu|wrth) $/iu, letters: SOFT },
  // What somebody or something is; a year after "yn" is a place in time and stays as it is.
  { after: /(?:\byn|'n) $/iu, only: /^(?!.*\b[mf]il\b)/u, letters: SOFT },
  { after: /(?:\by|'r) $/iu, only: /^(?:dau|dwy)(?! ddeg)\b/u, letters: SOFT },
]

/** How Welsh says numbers: in tens, with "dwy" and "tair" for a feminine noun, and "pum" and "chwe" before one. */
export const welshNumbers: NumberWords = {
  units: ['dim', 'un', 'dau', 'tri', 'pedwar', 'pump', 'chwech', 'saith', 'wyth', 'naw', 'deg'],
  feminine: {
    '2': 'dwy',
    '3': 'tair',
    '4': 'pedair',
  },
  beforeNoun: {
    '5': 'pum',
    '6': 'chwe',
  },
  tens: ['', 'un deg', 'dau ddeg', 'tri deg', 'pedwar deg', 'pum deg', 'chwe deg', 'saith deg', 'wyth deg', 'naw deg'],
  hundreds: [
    '',
    'cant',
    'dau gant',
    'tri chant',
    'pedwar cant',
    'pum cant',
    'chwe chant',
    'saith cant',
    'wyth cant',
    'naw cant',
  ],
  afterHundreds: [
    '',
    'ac un',
    'a dau',
    'a thri',
    'a phedwar',
    'a phump',
    'a chwech',
    'a saith',
    'ac wyth',
    'a naw',
    'a deg',
  ],
  thousands: [
    '',
    'mil',
    'dwy fil',
    'tair mil',
    'pedair mil',
    'pum mil',
    'chwe mil',
    'saith mil',
    'wyth mil',
    'naw mil',
  ],
  feminineNouns: ['adeg', 'awr', 'blwydd', 'ffordd', 'noson', 'stori', 'tudalen', 'wythnos'],
  notNouns: ['a', 'ac', 'am', 'ar', 'at', 'heb', 'i', 'mewn', 'neu', 'o', 'oed', 'tan', 'y', 'yn', 'yr'],
  pounds: [
    'dim punt',
    'un bunt',
    'dwy bunt',
    'tair punt',
    'pedair punt',
    'pum punt',
    'chwe phunt',
    'saith punt',
    'wyth punt',
    'naw punt',
    'deg punt',
  ],
  morePounds: '{number} o bunnoedd',
  pence: '{number} ceiniog',
  percent: '{number} y cant',
  point: '{whole} pwynt {part}',
  oClock: "{hour} o'r gloch",
  timeOfDay: '{hour} {minutes}',
  digits: ['dim', 'un', 'dau', 'tri', 'pedwar', 'pump', 'chwech', 'saith', 'wyth', 'naw'],
  mutations,
  at: 'at',
  dot: 'dot',
}
