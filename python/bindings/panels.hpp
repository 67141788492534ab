#pragma once

/// Series, areas or groups of unequal length: rows of a 2-D array, or one column and where each begins.

#include <algorithm>

#include "estimates.hpp"

namespace ontrack::python {

class SeriesArray {
public:
    SeriesArray(const char* name, const ArrayLike& values, const std::optional<ArrayLike>& offsets)
        : name_(offsets ? "offsets" : name),
          values_(doubles(name, values)),
          offsets_(offsets_of(name, values_, offsets)) {}

    std::span<const double> first() const { return span_of(values_); }
    std::span<const std::int64_t> offsets() const {
        return {offsets_.data(), static_cast<std::size_t>(offsets_.size())};
    }
    py::ssize_t size() const { return offsets_.size() - 1; }
    std::vector<py::ssize_t> shape() const { return {values_.shape(), values_.shape() + values_.ndim()}; }

    /// An array of the same shape; one row or a single number stands for all.
    Doubles like(const char* name, const ArrayLike& argument) const {
        const Doubles array = doubles(name, argument);
        const auto shape_here = shape();
        if (std::equal(shape_here.begin(), shape_here.end(), array.shape(), array.shape() + array.ndim())) {
            return array;
        }
        const bool one_row = array.ndim() == 1 && values_.ndim() == 2 && array.shape(0) == values_.shape(1);
        if (array.ndim() != 0 && !one_row) {
            refuse("wrong-shape",
                   std::string(name) + " has the shape " + shape_of(array) + ", not " + shape_of(values_),
                   "Pass one number for each of the first argument's, or one row for all areas.");
        }
        return Doubles::ensure(py::module_::import("numpy").attr("broadcast_to")(array, shape_here));
    }
    std::optional<Doubles> like(const char* name, const std::optional<ArrayLike>& argument) const {
        return argument ? std::optional(like(name, *argument)) : std::nullopt;
    }

    /// One estimate for each series, by `batch(columns)` without Python's lock.
    template <typename Batch>
    Estimates estimates(const OnInvalid& on_invalid, Batch batch) const {
        const bool raise = raises(on_invalid);
        Estimates found({size()});
        const stats::EstimateColumns columns = found.columns();
        {
            const py::gil_scoped_release unlocked;
            batch(columns);
        }
        if (raise) {
            stats::require_ok(columns.status, name_);
        }
        found.freeze();
        return found;
    }

    const char* name() const { return name_; }

private:
    const char* name_;
    Doubles values_;
    Integers offsets_;
};

}  // namespace ontrack::python
