/**
 * Where each method comes from, as a bibliography prints it: authors, year, title, journal with volume and pages or
 * publisher, and the part that holds the method. The four rules of the house have words in the locales too.
 */
export const sources = {
  "agresti-coull-1998":
    "Agresti, A., Coull, B. A. (1998). Approximate is better than “exact” for interval estimation of binomial proportions. The American Statistician 52(2): 119–126.",
  "bangor-2009":
    "Bangor, A., Kortum, P., Miller, J. (2009). Determining what individual SUS scores mean: adding an adjective rating scale. Journal of Usability Studies 4(3): 114–123.",
  "barron-barrett-1996":
    "Barron, F. H., Barrett, B. E. (1996). Decision quality using ranked attribute weights. Management Science 42(11): 1515–1523.",
  "belton-stewart-2002":
    "Belton, V., Stewart, T. J. (2002). Multiple Criteria Decision Analysis: An Integrated Approach. Kluwer, chapter 5.",
  "blackwelder-1982":
    "Blackwelder, W. C. (1982). “Proving the null hypothesis” in clinical trials. Controlled Clinical Trials 3(4): 345–353.",
  "brooke-1996":
    "Brooke, J. (1996). SUS: a “quick and dirty” usability scale. In: Jordan, P. W., Thomas, B., Weerdmeester, B. A., McClelland, I. L. (eds), Usability Evaluation in Industry. Taylor & Francis, 189–194.",
  "brown-2001":
    "Brown, L. D., Cai, T. T., DasGupta, A. (2001). Interval estimation for a binomial proportion. Statistical Science 16(2): 101–133.",
  "chouldechova-2017":
    "Chouldechova, A. (2017). Fair prediction with disparate impact: a study of bias in recidivism prediction instruments. Big Data 5(2): 153–163.",
  "clopper-pearson-1934":
    "Clopper, C. J., Pearson, E. S. (1934). The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika 26(4): 404–413.",
  "cochran-1977": "Cochran, W. G. (1977). Sampling Techniques, 3rd ed. Wiley, section 2.11 (estimation of a ratio).",
  "conover-1999":
    "Conover, W. J. (1999). Practical Nonparametric Statistics, 3rd ed. Wiley, section 3.2 (the quantile test).",
  "didonato-morris-1992":
    "Didonato, A. R., Morris, A. H. (1992). Algorithm 708: significant digit computation of the incomplete beta function ratios. ACM Transactions on Mathematical Software 18(3): 360–373.",
  dlmf: "NIST Digital Library of Mathematical Functions, chapters 7 (error functions) and 8 (incomplete gamma and beta functions). https://dlmf.nist.gov",
  "dunn-1961":
    "Dunn, O. J. (1961). Multiple comparisons among means. Journal of the American Statistical Association 56(293): 52–64.",
  "edwards-barron-1994":
    "Edwards, W., Barron, F. H. (1994). SMARTS and SMARTER: improved simple methods for multiattribute utility measurement. Organizational Behavior and Human Decision Processes 60(3): 306–325.",
  "eeoc-1978":
    "Equal Employment Opportunity Commission and others (1978). Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D. Federal Register 43: 38290–38315.",
  "eeoc-1979":
    "Equal Employment Opportunity Commission and others (1979). Questions and answers on the Uniform Guidelines, question 11. Federal Register 44: 11996–12009.",
  "epstein-sobel-1953":
    "Epstein, B., Sobel, M. (1953). Life testing. Journal of the American Statistical Association 48(263): 486–502.",
  "fairlearn-2023":
    "Weerts, H., Dudík, M., Edgar, R., Jalali, A., Lutz, R., Madaio, M. (2023). Fairlearn: assessing and improving fairness of AI systems. Journal of Machine Learning Research 24(257): 1–8.",
  "fcsm-2005":
    "Federal Committee on Statistical Methodology (2005). Report on Statistical Disclosure Limitation Methodology. Statistical Policy Working Paper 22, second version (complementary suppression).",
  "fisher-1935": "Fisher, R. A. (1935). The Design of Experiments. Oliver & Boyd, chapter II.",
  "guenther-1981":
    "Guenther, W. C. (1981). Sample size formulas for normal theory t tests. The American Statistician 35(4): 243–244.",
  "gum-2008":
    "JCGM 100:2008. Evaluation of measurement data: Guide to the expression of uncertainty in measurement (GUM), section 5.1.2.",
  "gunther-2007": "Gunther, N. J. (2007). Guerrilla Capacity Planning. Springer.",
  "gwet-2008":
    "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high agreement. British Journal of Mathematical and Statistical Psychology 61(1): 29–48.",
  "gwet-2014":
    "Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed. Advanced Analytics, chapters 3 (ordinal weights) and 5 (missing ratings).",
  "hanley-1983":
    "Hanley, J. A., Lippman-Hand, A. (1983). If nothing goes wrong, is everything all right? Interpreting zero numerators. JAMA 249(13): 1743–1745.",
  "hardt-2016":
    "Hardt, M., Price, E., Srebro, N. (2016). Equality of opportunity in supervised learning. Advances in Neural Information Processing Systems 29: 3315–3323.",
  hdrhistogram: "HdrHistogram, recordValueWithExpectedInterval. https://hdrhistogram.org",
  "hedges-1981":
    "Hedges, L. V. (1981). Distribution theory for Glass’s estimator of effect size and related estimators. Journal of Educational Statistics 6(2): 107–128.",
  "hodges-lehmann-1963":
    "Hodges, J. L., Lehmann, E. L. (1963). Estimates of location based on rank tests. Annals of Mathematical Statistics 34(2): 598–611.",
  "hollander-2014-one":
    "Hollander, M., Wolfe, D. A., Chicken, E. (2014). Nonparametric Statistical Methods, 3rd ed. Wiley, chapter 3.",
  "hollander-2014-two":
    "Hollander, M., Wolfe, D. A., Chicken, E. (2014). Nonparametric Statistical Methods, 3rd ed. Wiley, chapter 4.",
  "hyndman-fan-1996":
    "Hyndman, R. J., Fan, Y. (1996). Sample quantiles in statistical packages. The American Statistician 50(4): 361–365.",
  "ich-e9": "ICH E9 (1998). Statistical Principles for Clinical Trials, section 3.3.2.",
  "iec-60050-192":
    "IEC 60050-192:2015. International Electrotechnical Vocabulary, part 192: Dependability, section 192-08 (measures of availability).",
  "iso-21508": "ISO 21508:2018. Earned value management in project and programme management.",
  "julious-2004":
    "Julious, S. A. (2004). Sample sizes for clinical trials with Normal data. Statistics in Medicine 23(12): 1921–1986.",
  "katz-1978":
    "Katz, D., Baptista, J., Azen, S. P., Pike, M. C. (1978). Obtaining confidence intervals for the risk ratio in cohort studies. Biometrics 34(3): 469–474.",
  "keeney-raiffa-1976":
    "Keeney, R. L., Raiffa, H. (1976). Decisions with Multiple Objectives: Preferences and Value Tradeoffs. Wiley, chapter 3.",
  "korn-graubard-1998":
    "Korn, E. L., Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of positive counts estimated from survey data. Survey Methodology 24(2): 193–201.",
  "krippendorff-2011":
    "Krippendorff, K. (2011). Computing Krippendorff’s alpha-reliability. University of Pennsylvania, Annenberg School for Communication, Departmental Papers 43.",
  "krippendorff-2019":
    "Krippendorff, K. (2019). Content Analysis: An Introduction to Its Methodology, 4th ed. Sage, chapter 12 (limits 0.667 and 0.800).",
  "lah-2020":
    "Lah, U., Lewis, J. R., Šumak, B. (2020). Perceived usability and the modified technology acceptance model. International Journal of Human–Computer Interaction 36(13): 1216–1230.",
  "lahdelma-salminen-2001":
    "Lahdelma, R., Salminen, P. (2001). SMAA-2: stochastic multicriteria acceptability analysis for group decision making. Operations Research 49(3): 444–454.",
  "lewis-2013":
    "Lewis, J. R., Utesch, B. S., Maher, D. E. (2013). UMUX-LITE: when there’s no time for the SUS. Proceedings of CHI 2013, ACM, 2099–2102.",
  "little-1961": "Little, J. D. C. (1961). A proof for the queuing formula: L = λW. Operations Research 9(3): 383–387.",
  "loader-2000":
    "Loader, C. (2000). Fast and accurate computation of binomial probabilities. Lucent Technologies, Bell Laboratories, technical report (saddle-point expansion).",
  "mann-whitney-1947":
    "Mann, H. B., Whitney, D. R. (1947). On a test of whether one of two random variables is stochastically larger than the other. Annals of Mathematical Statistics 18(1): 50–60.",
  "newcombe-1998-one":
    "Newcombe, R. G. (1998). Two-sided confidence intervals for the single proportion: comparison of seven methods. Statistics in Medicine 17(8): 857–872, method 3.",
  "newcombe-1998-paired":
    "Newcombe, R. G. (1998). Improved confidence intervals for the difference between binomial proportions based on paired data. Statistics in Medicine 17(22): 2635–2650, method 10.",
  "newcombe-1998-two":
    "Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions: comparison of eleven methods. Statistics in Medicine 17(8): 873–890, method 10.",
  "nist-800-30":
    "National Institute of Standards and Technology (2012). Guide for Conducting Risk Assessments. NIST Special Publication 800-30, revision 1, table I-2.",
  "nist-handbook":
    "NIST/SEMATECH (2012). e-Handbook of Statistical Methods, section 8.4.5.1 (constant repair rate). https://doi.org/10.18434/M32189",
  "oneill-2014":
    "O’Neill, M. E. (2014). PCG: a family of simple fast space-efficient statistically good algorithms for random number generation. Harvey Mudd College, report HMC-CS-2014-0905.",
  "piaggio-2012":
    "Piaggio, G., Elbourne, D. R., Pocock, S. J., Evans, S. J. W., Altman, D. G. (2012). Reporting of noninferiority and equivalence randomized trials: extension of the CONSORT 2010 statement. JAMA 308(24): 2594–2604.",
  "pmi-2019": "Project Management Institute (2019). The Standard for Earned Value Management. PMI.",
  "r-fisher": "R Core Team. R: A Language and Environment for Statistical Computing, function stats::fisher.test.",
  "ramdas-2023":
    "Ramdas, A., Grünwald, P., Vovk, V., Shafer, G. (2023). Game-theoretic statistics and safe anytime-valid inference. Statistical Science 38(4): 576–601.",
  "robbins-1970":
    "Robbins, H. (1970). Statistical methods related to the law of the iterated logarithm. Annals of Mathematical Statistics 41(5): 1397–1409.",
  "roy-1991":
    "Roy, B. (1991). The outranking approach and the foundations of ELECTRE methods. Theory and Decision 31(1): 49–73.",
  "saaty-1990":
    "Saaty, T. L. (1990). How to make a decision: the analytic hierarchy process. European Journal of Operational Research 48(1): 9–26.",
  "saaty-1994":
    "Saaty, T. L. (1994). Fundamentals of Decision Making and Priority Theory with the Analytic Hierarchy Process. RWS Publications (limits of the consistency ratio).",
  "satterthwaite-1946":
    "Satterthwaite, F. E. (1946). An approximate distribution of estimates of variance components. Biometrics Bulletin 2(6): 110–114.",
  "sauro-lewis-2005":
    "Sauro, J., Lewis, J. R. (2005). Estimating completion rates from small samples using binomial confidence intervals: comparisons and recommendations. Proceedings of the Human Factors and Ergonomics Society Annual Meeting 49(24): 2100–2103.",
  "sauro-lewis-2010":
    "Sauro, J., Lewis, J. R. (2010). Average task times in usability tests: what to report? Proceedings of CHI 2010, ACM, 2347–2350.",
  "sauro-lewis-2016":
    "Sauro, J., Lewis, J. R. (2016). Quantifying the User Experience: Practical Statistics for User Research, 2nd ed. Morgan Kaufmann, chapter 8 (curved grading scale).",
  "schuirmann-1987":
    "Schuirmann, D. J. (1987). A comparison of the two one-sided tests procedure and the power approach for assessing the equivalence of average bioavailability. Journal of Pharmacokinetics and Biopharmaceutics 15(6): 657–680.",
  "shrout-fleiss-1979":
    "Shrout, P. E., Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater reliability. Psychological Bulletin 86(2): 420–428.",
  "student-1908": "Student (1908). The probable error of a mean. Biometrika 6(1): 1–25.",
  "tene-2015": "Tene, G. (2015). How NOT to Measure Latency. Talk, Strange Loop, St. Louis.",
  "thompson-1966":
    "Thompson, M. (1966). Lower confidence limits and a test of hypotheses for system availability. IEEE Transactions on Reliability R-15(1): 32–36.",
  "triantaphyllou-1997":
    "Triantaphyllou, E., Sánchez, A. (1997). A sensitivity analysis approach for some deterministic multi-criteria decision-making methods. Decision Sciences 28(1): 151–194.",
  "varsi-1973":
    "Varsi, G. (1973). The multidimensional content of the frustum of the simplex. Pacific Journal of Mathematics 46(1): 303–314.",
  "ville-1939": "Ville, J. (1939). Étude critique de la notion de collectif. Gauthier-Villars, Paris.",
  "von-winterfeldt-1986":
    "von Winterfeldt, D., Edwards, W. (1986). Decision Analysis and Behavioral Research. Cambridge University Press, chapter 8.",
  "welch-1947":
    "Welch, B. L. (1947). The generalization of “Student’s” problem when several different population variances are involved. Biometrika 34(1–2): 28–35.",
  "wichura-1988":
    "Wichura, M. J. (1988). Algorithm AS 241: the percentage points of the normal distribution. Journal of the Royal Statistical Society, series C (Applied Statistics) 37(3): 477–484.",
  "wilcoxon-1945": "Wilcoxon, F. (1945). Individual comparisons by ranking methods. Biometrics Bulletin 1(6): 80–83.",
  "wilson-1927":
    "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 22(158): 209–212.",
  "house-level":
    "A rule of this product: only steps that were tested count, and the lowest missed step ends the count.",
  "vats-flegal-2022":
    "Vats, D., Flegal, J. M. (2022). Lugsail lag windows for estimating time-average covariance matrices. Biometrika 109(3): 735–750.",
  "house-stalls":
    "A rule of this product: no two trials of a load run less than three minutes apart are taken for independent.",
  "house-one-more":
    "A rule of this product: a mean is bounded from below after one more answer at the scale’s lowest end, as Clopper-Pearson counts one failure more.",
  "house-moderation": "A rule of this product; spread and floor stand in the policy.",
  "house-maintenance": "A rule of this product: maintenance counts as planned only where it was announced beforehand.",
  "house-suppressed": "A rule of this product: counts under ten are not shown.",
} as const satisfies { readonly [key: string]: string };

export type Source = keyof typeof sources;
