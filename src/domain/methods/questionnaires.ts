import type { Json } from "../words/json.ts";
import { meanTInterval, summarise, tMargin, withOneMore } from "../statistics/means.ts";
import { susAdjectives, susGrade, susPercentileBand, susScore, susStraightLined, umuxLite } from "../statistics/sus.ts";
import { confidenceField, field, oneSidedField } from "./method-field.ts";
import type { Methods, Source } from "./method.ts";
import { MethodInputError } from "./method-input.ts";
import { student1908 } from "./sources.ts";

const brooke1996: Source = {
  key: "brooke-1996",
  reference:
    "Brooke, J. (1996). SUS: a “quick and dirty” usability scale. In: Jordan, P. W., Thomas, B., Weerdmeester, B. A., McClelland, I. L. (eds), Usability Evaluation in Industry. Taylor & Francis, 189–194.",
};

const sauroLewis2016: Source = {
  key: "sauro-lewis-2016",
  reference:
    "Sauro, J., Lewis, J. R. (2016). Quantifying the User Experience: Practical Statistics for User Research, 2nd ed. Morgan Kaufmann, chapter 8 (curved grading scale).",
};

const houseOneMore: Source = {
  key: "house-one-more",
  reference:
    "A rule of this product: a mean is bounded from below after one more answer at the scale’s lowest end, as Clopper-Pearson counts one failure more.",
};

const bangor2009: Source = {
  key: "bangor-2009",
  reference:
    "Bangor, A., Kortum, P., Miller, J. (2009). Determining what individual SUS scores mean: adding an adjective rating scale. Journal of Usability Studies 4(3): 114–123.",
};

const lewis2013: Source = {
  key: "lewis-2013",
  reference:
    "Lewis, J. R., Utesch, B. S., Maher, D. E. (2013). UMUX-LITE: when there’s no time for the SUS. Proceedings of CHI 2013, ACM, 2099–2102.",
};

const lah2020: Source = {
  key: "lah-2020",
  reference:
    "Lah, U., Lewis, J. R., Šumak, B. (2020). Perceived usability and the modified technology acceptance model. International Journal of Human–Computer Interaction 36(13): 1216–1230.",
};

const answer = { least: 1, most: 5, whole: true } as const;

export const questionnaireMethods: Methods = {
  sus_study: {
    about: "A whole SUS study: scores, dropped and straight-lined respondents, mean with interval, grade",
    sources: [brooke1996, sauroLewis2016, student1908],
    formula: "2.5 · (Σ odd (x − 1) + Σ even (5 − x)) for each; mean ± t(1 − α/2, n − 1) · sd/√n",
    fields: [field("respondents", "ratings", { ...answer, length: 10, atLeast: 1 }), confidenceField],
    example: {
      respondents: [
        [5, 1, 5, 1, 5, 1, 5, 1, 5, 1],
        [4, 2, 4, 2, 4, 2, 4, 2, 4, 2],
        [3, 3, 3, 3, 3, 3, 3, 3, 3, 3],
        [4, null, null, null, 4, 2, 4, 2, 4, 2],
        [5, 4, 2, 1, 2, 3, 2, 4, 5, 2],
      ],
      conf: 0.95,
    },
    run: (input): Json => {
      const answers = input.rowsOrNull("respondents");
      const all = answers.map((items) => susScore(items));
      const scores = all.filter((score) => score !== null);
      const confidence = input.probability("conf");
      const study = scores.length > 1 ? meanTInterval(scores, confidence) : null;
      return {
        scores: all,
        n: scores.length,
        dropped: all.flatMap((score, i) => (score === null ? [i + 1] : [])),
        straight_lined: answers.flatMap((items, i) => (susStraightLined(items) ? [i + 1] : [])),
        mean: study?.mean ?? scores[0] ?? null,
        sd: study?.sd ?? null,
        lower: study?.lower ?? null,
        upper: study?.upper ?? null,
        grade: study === null ? null : susGrade(study.mean),
        ...(study === null ? { decision: "not_enough_evidence" } : {}),
      };
    },
  },
  bounded_mean_bound: {
    about: "Mean on a scale with ends: the lower bound after one more answer at its lowest end",
    sources: [student1908, houseOneMore],
    formula:
      "m′ − t(c; n) · s′/√(n + 1), m′ and s′ of the n answers and one more at the lowest end; above m + t(c; n − 1) · s/√n",
    fields: [
      field("scores", "numbers", { atLeast: 2 }),
      field("lowest", "number"),
      field("highest", "number"),
      oneSidedField,
    ],
    example: {
      scores: [85, 72.5, 90, 77.5, 82.5, 70, 95, 80, 65, 87.5, 30, 75],
      lowest: 0,
      highest: 100,
      conf_one_sided: 0.95,
    },
    simulated: [{ profile: "sites-differ", falsePass: 0.038, replications: 2000, seed: 20_261_129 }],
    run: (input) => {
      const scores = input.numbers("scores");
      const [lowest, highest] = [input.number("lowest"), input.number("highest")];
      if (!(lowest < highest)) throw new MethodInputError("highest: lies above lowest");
      if (scores.some((x) => x < lowest || x > highest)) throw new MethodInputError("scores: each lies on the scale");
      const confidence = input.probability("conf_one_sided");
      const summary = summarise(scores);
      if (summary.sd === undefined) throw new RangeError("A bound needs at least two scores");
      const cautious = withOneMore(summary, lowest);
      return {
        mean: summary.mean,
        sd: summary.sd,
        lower: Math.max(lowest, cautious.mean - tMargin(cautious, confidence)),
        upper: Math.min(highest, summary.mean + tMargin(summary, confidence)),
      };
    },
  },
  sus_score: {
    about: "System Usability Scale of one respondent",
    sources: [brooke1996],
    formula: "2.5 · (Σ odd (x − 1) + Σ even (5 − x))",
    fields: [field("items", "answers", { ...answer, length: 10 })],
    example: { items: [5, 4, 2, 1, 2, 3, 2, 4, 5, 2] },
    run: (input) => ({ score: susScore(input.numbersOrNull("items")) }),
  },
  sus_score_missing: {
    about: "SUS with missing answers counted 3; null with more than two missing",
    sources: [brooke1996],
    formula: "2.5 · (Σ odd (x − 1) + Σ even (5 − x)), missing x = 3",
    fields: [field("items", "answers", { ...answer, length: 10 })],
    example: {
      items: [4, 2, null, 2, 4, 1, 5, null, 4, 2],
      rule: "Brooke: a missing answer is the centre point 3",
    },
    run: (input) => ({ score: susScore(input.numbersOrNull("items")) }),
  },
  sus_curved_grade: {
    about: "Sauro-Lewis grade of a mean SUS",
    sources: [sauroLewis2016],
    formula:
      "A+ ≥ 84.1, A ≥ 80.8, A− ≥ 78.9, B+ ≥ 77.2, B ≥ 74.1, B− ≥ 72.6, C+ ≥ 71.1, C ≥ 65, C− ≥ 62.7, D ≥ 51.7, else F",
    fields: [field("scores", "numbers", { least: 0, most: 100, atLeast: 1 })],
    example: {
      scores: [100, 84.1, 84.0, 84.05, 80.8, 80.75, 78.9, 77.2, 74.1, 72.6, 71.1, 71.05, 65.0, 62.7, 51.7, 51.65, 0],
    },
    run: (input) => ({ grades: input.numbers("scores").map(susGrade) }),
  },
  sus_percentile_band: {
    about: "Percentile ranks of mean SUS scores among published studies",
    sources: [sauroLewis2016],
    formula: "A+ 96–100, A 90–95, A− 85–89, B+ 80–84, B 70–79, B− 65–69, C+ 60–64, C 41–59, C− 35–40, D 15–34, F 0–14",
    fields: [field("scores", "numbers", { least: 0, most: 100, atLeast: 1 })],
    example: { scores: [84.1, 80.8, 72.6, 68, 51.7, 30] },
    run: (input) => ({ bands: input.numbers("scores").map((score) => [...susPercentileBand(score)]) }),
  },
  sus_adjective_anchors: {
    about: "Mean SUS of systems that raters called so",
    sources: [bangor2009],
    formula: "means of raters, no formula",
    fields: [],
    example: {},
    takesNothing: true,
    run: () => ({ ...susAdjectives }),
  },
  umux_lite: {
    about: "UMUX-Lite; the old regression to SUS is shown and not recommended",
    sources: [lewis2013, lah2020],
    formula: "(x₁ + x₂ − 2) · 100 / (2 · (k − 1)) on k points",
    fields: [
      field("items", "numbers", { least: 1, most: 100, whole: true, length: 2 }),
      field("scale_max", "count", { least: 2, most: 100 }),
    ],
    example: { items: [6, 6], scale_max: 7 },
    run: (input) => {
      const [a = 0, b = 0] = input.tuple("items", 2);
      const score = umuxLite([a, b], input.number("scale_max"));
      return { score, sus_regression_not_recommended: 0.65 * score + 22.9 };
    },
  },
};
