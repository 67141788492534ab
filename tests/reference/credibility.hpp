#pragma once

#include <vector>

namespace reference {

/// One series, all of it known or missing (NaN), in whole past years and the year so far.
struct Series {
    std::vector<std::vector<double>> past;
    std::vector<double> current;
    std::vector<double> shares;  // stated; empty = learn
    double prior_total;          // NaN = none
    int prior_age;
    int periods;
};

struct Law {
    double known;
    double mean;
    double shape;
};

/// The credibility model of docs/methods.md, written down line by line.
Law project(const Series& series);

/// The mean of a level with prior Gamma(shape a, mean μ) after seeing y events in a share s of the year, by integrating prior
/// × Poisson likelihood on a grid.
double posterior_mean_by_integration(double a, double mu, double y, double s);

}  // namespace reference
