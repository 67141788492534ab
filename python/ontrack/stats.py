"""Numbers in, numbers out: distributions, intervals, and one year's projection. Knows no indicator and no date."""

from ontrack._core.stats import (
    CountLaw,
    CountProjection,
    Limits,
    Status,
    negative_binomial_cdf,
    negative_binomial_quantile,
    normal_cdf,
    normal_quantile,
    project_count,
    reason,
    wilson,
    wilson_confidence_at_least,
)

__all__ = [
    "CountLaw",
    "CountProjection",
    "Limits",
    "Status",
    "negative_binomial_cdf",
    "negative_binomial_quantile",
    "normal_cdf",
    "normal_quantile",
    "project_count",
    "reason",
    "wilson",
    "wilson_confidence_at_least",
]
