import { type Token, tokensOf } from './spell.ts'

/** Nouns and adjectives that end like a verb with "chi". */
const noVerb = new Set(
  'edrych drych sych gwych uwch llwch cwch heddwch tegwch tywyllwch diogelwch diolchgarwch'.split(' '),
)

const chiWords = new Set('chi chithau eich gennych arnoch wrthoch amdanoch atoch drosoch ohonoch ynoch ewch'.split(' '))
const chiEnding = /(?:wch|ych|ech)$/

const tiWords = new Set(
  [
    'ti tithau di dy iti arnat wrthot amdanat atat drosot gennyt ohonot ynot',
    'wyt rwyt oeddet byddi fyddi byddet fyddet hoffet galli gelli elli gallet allet cei gei gwnei wnei',
    'gest cest wnest gwnest dest ddest est',
    // Commands, as they are said to one child.
    'dewisa ddewisa defnyddia ddefnyddia ysgrifenna edrycha tria thria dweda dwed ffonia anfona rho cer dere gwasga',
    'gofynna paid teipia cadwa cofia arhosa gad llenwa siarada cysyllta agora darllena dechreua ateba',
  ].flatMap((words) => words.split(' ')),
)
const tiEnding = /aist$/

/** Words by which a Welsh sentence says "chi" to whoever reads it. */
export function chiForms(sentence: string): readonly string[] {
  return written(sentence, ({ word, clitic }) => {
    const small = word.toLowerCase()
    return clitic === 'ch' || chiWords.has(small) || (chiEnding.test(small) && !noVerb.has(small))
  })
}

/** Words by which a Welsh sentence says "ti" to whoever reads it. */
export function tiForms(sentence: string): readonly string[] {
  return written(sentence, ({ word, clitic }) => {
    const small = word.toLowerCase()
    return clitic === 'th' || tiWords.has(small) || tiEnding.test(small)
  })
}

function written(sentence: string, isForm: (token: Token) => boolean): readonly string[] {
  return tokensOf('cy', sentence)
    .filter(isForm)
    .map((token) => token.written)
}
