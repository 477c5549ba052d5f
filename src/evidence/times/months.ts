/**
 * The names of the months as they stand beside a day, in the languages of those who keep tables: English, German, French,
 * Spanish, Italian, Portuguese, Dutch, Polish, Czech, Swedish, Danish, Norwegian, Finnish, Romanian, Hungarian, Russian and
 * Ukrainian; January first, in lower case. A name that is one month here and another elsewhere stands in none of them, as listopada
 * does, which is November in Poland and October in Croatia.
 */
const names: readonly string[] = [
  "january januar janvier enero gennaio janeiro januari stycznia styczeń leden ledna tammikuuta tammikuu ianuarie január января январь січня січень jan jänner janv ene gen sty led tammik ian янв січ",
  "february februar février febrero febbraio fevereiro februari lutego luty únor února helmikuuta helmikuu februarie február февраля февраль лютого лютий feb febr févr fév fev lut úno helmik фев февр лют",
  "march märz mars marzo março maart marca marzec březen března marts maaliskuuta maaliskuu martie március марта март березня березень mar mär mrz mrt bře maalisk márc мар бер",
  "april avril abril aprile kwietnia kwiecień duben dubna huhtikuuta huhtikuu aprilie április апреля апрель квітня квітень apr avr abr kwi dub huhtik ápr апр квіт кві",
  "may mai mayo maggio maio mei maja květen května maj toukokuuta toukokuu május мая май травня травень mag kvě toukok máj трав тра",
  "june juni juin junio giugno junho czerwca czerwiec červen června kesäkuuta kesäkuu iunie június июня июнь червня червень jun giu cze čvn kesäk iun jún июн чер черв",
  "july juli juillet julio luglio julho lipca červenec července heinäkuuta heinäkuu iulie július июля июль липня липень jul juil lug čvc heinäk iul júl июл лип",
  "august août agosto augustus sierpnia sierpień srpen srpna augusti elokuuta elokuu augusztus августа август серпня серпень aug aoû ago sie srp elok авг сер серп",
  "september septembre septiembre setiembre settembre setembro września wrzesień září syyskuuta syyskuu septembrie szeptember сентября сентябрь вересня вересень sep sept set wrz zář syysk szept сен сент вер вересн",
  "october oktober octobre octubre ottobre outubro października październik říjen října lokakuuta lokakuu octombrie október oktober октября октябрь жовтня жовтень oct okt ott out paź říj lokak окт жовт жов",
  "november novembre noviembre novembro marraskuuta marraskuu noiembrie ноября ноябрь листопада listopadu nov marrask noi ноя нояб лист",
  "december dezember décembre diciembre dicembre dezembro december grudnia grudzień prosinec prosince joulukuuta joulukuu decembrie декабря декабрь грудня грудень dec dez déc dic gru pro jouluk dek des desember дек груд гру",
];

const numbers = new Map(names.flatMap((list, i) => list.split(" ").map((name) => [name, i + 1] as const)));

/** 1 to 12; null for a word that is no month. With or without its accents, as keyboards have it. */
export function monthOf(word: string): number | null {
  return numbers.get(word) ?? plainNumbers.get(bare(word)) ?? null;
}

const bare = (word: string): string => word.normalize("NFD").replaceAll(/\p{M}/gu, "");
const plainNumbers = new Map([...numbers].map(([name, month]) => [bare(name), month]));

const days =
  "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun " +
  "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so " +
  "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim " +
  "lunes martes miércoles jueves viernes sábado domingo mié jue vie sáb dom " +
  "lunedì martedì mercoledì giovedì venerdì sabato domenica gio " +
  "segunda terça quarta quinta sexta segunda-feira terça-feira quarta-feira quinta-feira sexta-feira " +
  "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag poniedziałek wtorek środa czwartek piątek sobota niedziela " +
  "måndag tisdag onsdag torsdag fredag lördag söndag mandag lørdag søndag";

/** The name of a weekday before a date, which adds nothing. */
export const weekdayBefore = new RegExp(`^(?:${days.split(" ").join("|")})\\b\\.?,?\\s+(?=\\S)`, "iu");
