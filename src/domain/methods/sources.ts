import type { Source } from "./method.ts";

/** Sources that methods of several families rest on; any other stands beside its methods. */

export const clopperPearson1934: Source = {
  key: "clopper-pearson-1934",
  reference:
    "Clopper, C. J., Pearson, E. S. (1934). The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika 26(4): 404–413.",
};

export const epsteinSobel1953: Source = {
  key: "epstein-sobel-1953",
  reference:
    "Epstein, B., Sobel, M. (1953). Life testing. Journal of the American Statistical Association 48(263): 486–502.",
};

export const hanley1983: Source = {
  key: "hanley-1983",
  reference:
    "Hanley, J. A., Lippman-Hand, A. (1983). If nothing goes wrong, is everything all right? Interpreting zero numerators. JAMA 249(13): 1743–1745.",
};

export const ichE9: Source = {
  key: "ich-e9",
  reference: "ICH E9 (1998). Statistical Principles for Clinical Trials, section 3.3.2.",
};

export const katz1978: Source = {
  key: "katz-1978",
  reference:
    "Katz, D., Baptista, J., Azen, S. P., Pike, M. C. (1978). Obtaining confidence intervals for the risk ratio in cohort studies. Biometrics 34(3): 469–474.",
};

export const newcombe1998Two: Source = {
  key: "newcombe-1998-two",
  reference:
    "Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions: comparison of eleven methods. Statistics in Medicine 17(8): 873–890, method 10.",
};

export const piaggio2012: Source = {
  key: "piaggio-2012",
  reference:
    "Piaggio, G., Elbourne, D. R., Pocock, S. J., Evans, S. J. W., Altman, D. G. (2012). Reporting of noninferiority and equivalence randomized trials: extension of the CONSORT 2010 statement. JAMA 308(24): 2594–2604.",
};

export const ramdas2023: Source = {
  key: "ramdas-2023",
  reference:
    "Ramdas, A., Grünwald, P., Vovk, V., Shafer, G. (2023). Game-theoretic statistics and safe anytime-valid inference. Statistical Science 38(4): 576–601.",
};

export const robbins1970: Source = {
  key: "robbins-1970",
  reference:
    "Robbins, H. (1970). Statistical methods related to the law of the iterated logarithm. Annals of Mathematical Statistics 41(5): 1397–1409.",
};

export const student1908: Source = {
  key: "student-1908",
  reference: "Student (1908). The probable error of a mean. Biometrika 6(1): 1–25.",
};

export const thompson1966: Source = {
  key: "thompson-1966",
  reference:
    "Thompson, M. (1966). Lower confidence limits and a test of hypotheses for system availability. IEEE Transactions on Reliability R-15(1): 32–36.",
};

export const ville1939: Source = {
  key: "ville-1939",
  reference: "Ville, J. (1939). Étude critique de la notion de collectif. Gauthier-Villars, Paris.",
};
