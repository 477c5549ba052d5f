interface Step {
  readonly side: -1 | 0 | 1;
  readonly strength: number;
}

/** From the strongest agreement to the strongest disagreement, with the strengths that leaning.ts gives the same words. */
const steps: readonly Step[] = [
  { side: 1, strength: 50 },
  { side: 1, strength: 30 },
  { side: 1, strength: 20 },
  { side: 0, strength: 0 },
  { side: -1, strength: 20 },
  { side: -1, strength: 30 },
  { side: -1, strength: 50 },
];

/**
 * Answers of agreement, satisfaction and ease as questionnaires in German, French, Spanish, Italian, Portuguese and Dutch print them, each
 * language a row of seven: strongest, plain, weaker, middle, weaker, plain, strongest against.
 */
const phrases: Readonly<Record<"agreement" | "content" | "ease", readonly (readonly string[])[]>> = {
  agreement: [
    [
      "stimme voll und ganz zu|stimme voll zu|stimme völlig zu|stimme vollkommen zu|trifft voll und ganz zu|trifft voll zu|trifft völlig zu",
      "stimme zu|trifft zu|ich stimme zu",
      "stimme eher zu|trifft eher zu",
      "teils teils|teils/teils|teils, teils|teils-teils|weder noch|weder/noch|neutral|unentschieden|stimme weder zu noch nicht zu",
      "stimme eher nicht zu|lehne eher ab|trifft eher nicht zu",
      "stimme nicht zu|lehne ab|trifft nicht zu",
      "stimme überhaupt nicht zu|stimme gar nicht zu|lehne völlig ab|lehne voll und ganz ab|trifft überhaupt nicht zu|trifft gar nicht zu",
    ],
    [
      "tout à fait d'accord|totalement d'accord|entièrement d'accord|fortement d'accord",
      "d'accord",
      "plutôt d'accord",
      "ni d'accord ni pas d'accord|ni en accord ni en désaccord|ni d'accord, ni pas d'accord|neutre|sans opinion marquée",
      "plutôt pas d'accord|plutôt en désaccord",
      "pas d'accord|en désaccord",
      "pas du tout d'accord|tout à fait en désaccord|totalement en désaccord|fortement en désaccord",
    ],
    [
      "totalmente de acuerdo|completamente de acuerdo|muy de acuerdo",
      "de acuerdo",
      "algo de acuerdo|más bien de acuerdo",
      "ni de acuerdo ni en desacuerdo|neutro|neutral|indiferente",
      "algo en desacuerdo|más bien en desacuerdo",
      "en desacuerdo",
      "totalmente en desacuerdo|completamente en desacuerdo|muy en desacuerdo",
    ],
    [
      "completamente d'accordo|fortemente d'accordo|molto d'accordo|totalmente d'accordo",
      "d'accordo",
      "abbastanza d'accordo|piuttosto d'accordo",
      "né d'accordo né in disaccordo|neutrale|incerto",
      "abbastanza in disaccordo|piuttosto in disaccordo",
      "in disaccordo|non d'accordo|poco d'accordo",
      "completamente in disaccordo|fortemente in disaccordo|molto in disaccordo|per niente d'accordo",
    ],
    [
      "concordo totalmente|concordo completamente|concordo plenamente|concordo fortemente",
      "concordo",
      "concordo parcialmente|concordo em parte|concordo um pouco",
      "neutro|indiferente|nem concordo nem discordo|não concordo nem discordo|neutral",
      "discordo parcialmente|discordo em parte|discordo um pouco",
      "discordo",
      "discordo totalmente|discordo completamente|discordo plenamente|discordo fortemente",
    ],
    [
      "helemaal mee eens|helemaal eens|volledig mee eens|zeer mee eens|zeer eens",
      "mee eens|eens",
      "enigszins mee eens|een beetje mee eens|enigszins eens",
      "neutraal|niet mee eens, niet mee oneens|niet eens, niet oneens|noch mee eens, noch mee oneens|niet mee eens en niet mee oneens",
      "enigszins mee oneens|een beetje mee oneens|enigszins oneens",
      "mee oneens|oneens|niet mee eens",
      "helemaal mee oneens|helemaal oneens|volledig mee oneens|zeer mee oneens|helemaal niet mee eens|zeer oneens",
    ],
  ],
  content: [
    [
      "sehr zufrieden",
      "zufrieden",
      "eher zufrieden",
      "teils teils|teils/teils|neutral|weder noch",
      "eher unzufrieden",
      "unzufrieden",
      "sehr unzufrieden",
    ],
    [
      "très satisfait|très satisfaite",
      "satisfait|satisfaite",
      "plutôt satisfait|plutôt satisfaite",
      "neutre|ni satisfait ni insatisfait",
      "plutôt insatisfait|plutôt pas satisfait",
      "insatisfait|insatisfaite|pas satisfait",
      "très insatisfait|pas du tout satisfait",
    ],
    [
      "muy satisfecho|muy satisfecha",
      "satisfecho|satisfecha",
      "algo satisfecho",
      "neutral|neutro|ni satisfecho ni insatisfecho",
      "algo insatisfecho",
      "insatisfecho|insatisfecha",
      "muy insatisfecho|muy insatisfecha",
    ],
    [
      "molto soddisfatto",
      "soddisfatto",
      "abbastanza soddisfatto",
      "neutrale",
      "abbastanza insoddisfatto",
      "insoddisfatto",
      "molto insoddisfatto",
    ],
  ],
  ease: [
    [
      "sehr einfach|sehr leicht",
      "einfach|leicht",
      "eher einfach|eher leicht",
      "teils teils|neutral|weder noch|mittel",
      "eher schwierig|eher schwer",
      "schwierig|schwer",
      "sehr schwierig|sehr schwer",
    ],
    [
      "très facile",
      "facile",
      "plutôt facile",
      "neutre|ni facile ni difficile",
      "plutôt difficile",
      "difficile",
      "très difficile",
    ],
    ["muy fácil", "fácil", "algo fácil", "neutral|ni fácil ni difícil", "algo difícil", "difícil", "muy difícil"],
    ["molto facile", "facile", "abbastanza facile", "neutrale", "abbastanza difficile", "difficile", "molto difficile"],
  ],
};

/** What a whole answer in one of these languages says, by its text in lower case. */
export function phrasesOf(subject: keyof typeof phrases): ReadonlyMap<string, Step> {
  const meant = new Map<string, Step>();
  for (const language of phrases[subject])
    for (const [i, spellings] of language.entries()) {
      const step = steps[i];
      if (step !== undefined) for (const spelling of spellings.split("|")) meant.set(spelling, step);
    }
  return meant;
}
