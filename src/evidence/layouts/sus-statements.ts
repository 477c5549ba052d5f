/**
 * The ten statements in the wordings that forms use, whatever the system is called, in lower case and simplified characters:
 * English, the translations that are usual in Chinese, German, French and Spanish. Statements turned positive are another
 * questionnaire, which is scored otherwise, and match none.
 */
export const statements: readonly RegExp[] = [
  /like to use .{0,80}frequently|would (?:like to )?use .{0,80}(?:frequently|often|regularly)|^(?!.*(?:学|才能|需要)).*(?:(?:愿意?|想要?|希望|乐意|会).{0,6}使用|(?:经常|频繁|常常)(?:地)?使用)|regelmäßig (?:zu )?(?:nutzen|benutzen|verwenden)|häufig (?:zu )?(?:nutzen|benutzen|verwenden)|utiliser .{0,40}(?:fréquemment|souvent)|(?:usar|utilizar) .{0,40}(?:frecuentemente|con frecuencia)|(?:frecuentemente|con frecuencia)$/,
  /unnecessarily complex|unnecessary complex|needlessly complex|没有?必要.{0,4}复杂|不必要.{0,3}复杂|过于复杂|太(?:过)?(?:于)?复杂|过分复杂|无谓.{0,2}复杂|复杂得?没有?必要|unnötig (?:komplex|kompliziert)|inutilement complexe|innecesariamente complej/,
  /^(?!.*(?:学|不方便|不容易|不简单|不便|才能)).*(?:(?:was|is) easy to use|(?:容易|易于|便于|简单易)(?:使用|用|操作)|使用(?:起来)?(?:是|很|非常|比较|挺|十分)*(?:容易|简单|方便|轻松)|用起来.{0,4}(?:容易|简单|方便|轻松)|使用.{0,8}(?:很|非常|十分)(?:容易|简单|方便)|好用|einfach zu (?:nutzen|benutzen|bedienen|verwenden)|leicht zu (?:nutzen|benutzen|bedienen|verwenden)|facile à utiliser|fácil de (?:usar|utilizar))/,
  /(?:support|help|assistance) (?:of|from) (?:a|an|some)? ?(?:technical|technician|expert)|(?:技术|专业|专家|内行).{0,6}(?:人员|人士|支持|帮助|协助|指导|支援)|(?:他人|别人|旁人|其他人).{0,4}(?:帮助|协助|支持|指导)|technisch.{0,20}(?:person|unterstützung|hilfe)|hilfe einer technisch|(?:support|aide|soutien|assistance).{0,10}technic|(?:apoyo|ayuda|soporte).{0,20}técnic/,
  /functions? .{0,80}well integrated|功能.{0,20}(?:整合|集成|融合|结合|配合|协调|统一)|(?:整合|集成).{0,10}功能|funktionen .{0,60}integriert|fonctions .{0,60}intégrées|funciones .{0,60}integradas/,
  /too much inconsistency|too many inconsistencies|不一致|不统一|前后矛盾|自相矛盾|缺乏一致|inkonsistenz|trop d.incohérence|(?:demasiada |mucha )?inconsistencia/,
  /learn to use .{0,80}quickly|(?:很快|迅速|快速|快|很容易|容易|轻松)(?:地|就能|就可以|能|就|速)?.{0,8}(?:学会|掌握|学习|上手)|(?:学会|掌握|上手).{0,30}(?:很快|快|容易)|schnell (?:lernen|zu beherrschen|beherrschen)|apprendr.{0,60}(?:rapidement|vite)|aprender.{0,60}(?:rápidamente|muy rápido|rapidez)/,
  /cumbersome|awkward to use|繁琐|笨拙|累赘|麻烦|笨重|不便|别扭|臃肿|费劲|费力|吃力|难用|不方便|棘手|umständlich|lourd|très contraignant|engorros|incómodo/,
  /(?:felt|feel) .{0,20}confident|自信|有?信心|有把握|sicher gefühlt|sicher bei der|fühlte mich .{0,60}sicher|confian(?:t|ce|za)|(?:segur[oa]).{0,20}(?:usando|utilizando|al usar)|sent[íi] (?:muy )?(?:segur|confiad)/,
  /learn a lot of things|learn a lot before|(?:需要|要|必须|得)(?:先)?(?:去)?学(?:习|会)?(?:很多|许多|大量|不少|好多)|(?:很多|许多|大量|不少|好多)(?:的)?(?:东西|知识|内容)?.{0,3}(?:学习|要学|需要学|去学)|学习?(?:很多|许多|大量|不少|好多)(?:的)?(?:东西|知识|内容|事)|(?:eine )?(?:menge|vieles?|viele dinge) .{0,20}lernen|apprendre beaucoup|aprender muchas cosas/,
];
