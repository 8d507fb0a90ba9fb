import { describe, expect, test } from 'vitest'
import { toSpoken } from '#i18n/spoken.ts'

describe('a sentence as it is said', () => {
  test.each([
    ['cy', 'Mae gen i £5.', 'Mae gen i bum punt.'],
    ['cy', 'Mae £2 a £6 yn £8.', 'Mae dwy bunt a chwe phunt yn wyth punt.'],
    ['cy', 'Y gost yw £25.', 'Y gost yw dau ddeg pump o bunnoedd.'],
    ['cy', 'Y gost yw £1.50.', 'Y gost yw un bunt pum deg ceiniog.'],
    ['cy', 'Mae ganddi hi £4, a gen ti £3.', 'Mae ganddi hi bedair punt, a gen ti dair punt.'],
    ['cy', 'Gyda £5 neu £10.', 'Gyda phum punt neu ddeg punt.'],
    ['en', 'I have £5.', 'I have five pounds.'],
    ['en', 'It cost £1.50, not £25.', 'It cost one pound fifty pence, not twenty five pounds.'],
  ] as const)('says money (%s): %s', (language, written, said) => {
    expect(toSpoken(written, language)).toBe(said)
  })

  test.each([
    ['cy', 'Ffonia 0808 157 0123.', 'Ffonia dim wyth dim wyth, un pump saith, dim un dau tri.'],
    ['en', 'Ring 0808\u00a0157\u00a00123.', 'Ring oh eight oh eight, one five seven, oh one two three.'],
    [
      'en',
      'Ring 080880 23456 or text 84001.',
      'Ring oh eight oh eight eight oh, two three four five six or text eight four oh oh one.',
    ],
    ['en', 'Ring 116 000.', 'Ring one one six, oh oh oh.'],
    ['cy', 'Ffonia 999 nawr.', 'Ffonia naw naw naw nawr.'],
    ['en', 'Ring 999 or 111.', 'Ring nine nine nine or one one one.'],
  ] as const)('says a telephone number digit by digit (%s): %s', (language, written, said) => {
    expect(toSpoken(written, language)).toBe(said)
  })

  test.each([
    ['cy', '9 y bore i 5 y prynhawn', 'naw y bore i bump y prynhawn'],
    ['en', '9 in the morning to 5 in the afternoon', 'nine in the morning to five in the afternoon'],
    ['cy', 'am 10:00 neu 4:30', "am ddeg o'r gloch neu bedwar tri deg"],
    ['en', 'at 10:00 or 16:30', "at ten o'clock or sixteen thirty"],
  ] as const)('says a time (%s): %s', (language, written, said) => {
    expect(toSpoken(written, language)).toBe(said)
  })

  test.each([
    ['cy', 'Mae 2 adeg.', 'Mae dwy adeg.'],
    ['cy', 'Mae 2 eithriad.', 'Mae dau eithriad.'],
    ['cy', 'o fewn 72 awr', 'o fewn saith deg dwy awr'],
    ['cy', 'o fewn 5 diwrnod', 'o fewn pum diwrnod'],
    ['cy', '6 gair', 'chwe gair'],
    ['cy', "nes dy fod ti'n 25.", "nes dy fod ti'n ddau ddeg pump."],
    ['cy', 'o dan 18 oed', 'o dan un deg wyth oed'],
    ['cy', 'yn 5 oed, o dan 25', 'yn bump oed, o dan ddau ddeg pump'],
    ['cy', 'dau neu 3, mwy na 4', 'dau neu dri, mwy na phedwar'],
    ['cy', "y 2 ohonon ni, i'r 2 awr", "y ddau ohonon ni, i'r ddwy awr"],
    ['cy', 'tua 6, gyda 6', 'tua chwech, gyda chwech'],
    ['cy', 'yn 2014', 'yn dwy fil un deg pedwar'],
    ['cy', 'Deddf 2014', 'Deddf dwy fil un deg pedwar'],
    ['cy', '105 o bobl, 400 %', 'cant a phump o bobl, pedwar cant y cant'],
    ['en', 'within 72 hours', 'within seventy two hours'],
    ['en', 'under 18, Article 12', 'under eighteen, Article twelve'],
    ['en', '105 people, 400 %', 'one hundred and five people, four hundred per cent'],
    ['en', 'WCAG 2.2', 'WCAG two point two'],
  ] as const)('says a number (%s): %s', (language, written, said) => {
    expect(toSpoken(written, language)).toBe(said)
  })

  test('says an e-mail address', () => {
    expect(toSpoken('Anfona e-bost: helo@llafar.example', 'cy')).toBe('Anfona e-bost: helo at llafar dot example')
  })

  test('says a postcode letter by letter', () => {
    expect(toSpoken('Caerdydd CF99 9ZZ', 'cy')).toBe('Caerdydd C F naw naw, naw Z Z')
  })

  test('leaves a sentence without any of these as it is', () => {
    expect(toSpoken("Mae eiriolwr yn gwrando arnat ti. Dyna'i waith.", 'cy')).toBe(
      "Mae eiriolwr yn gwrando arnat ti. Dyna'i waith.",
    )
  })
})
