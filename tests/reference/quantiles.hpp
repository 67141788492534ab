#pragma once

namespace reference {

/// How far `x` is from the quantile at lower probability `p` (at upper probability p when `upper`), relative to x, to first
/// order: (cdf(x) − p)/(x·density(x)), all in fifty digits, by series that share nothing with the library.
double gamma_quantile_error(double x, double p, bool upper, double shape);
double beta_quantile_error(double x, double p, bool upper, double a, double b);
double student_t_quantile_error(double t, double p, double degrees);
double normal_quantile_error(double z, double p);

/// The distribution functions themselves.
double gamma_cdf(double x, double shape, bool upper);
double beta_cdf(double x, double a, double b, bool upper);

}  // namespace reference
