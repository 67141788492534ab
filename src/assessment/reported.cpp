#include "assessment/reported.hpp"

namespace ontrack::inline v0::detail {

bool speaks_of_target(ReportedStatus status) noexcept {
    return status != ReportedStatus::on_track && status != ReportedStatus::off_track;
}

bool says_good(ReportedStatus status, Polarity polarity) noexcept {
    switch (status) {
        case ReportedStatus::on_target:
        case ReportedStatus::exceeded:
        case ReportedStatus::on_track:
            return true;
        case ReportedStatus::above_target:
            return polarity == Polarity::high;
        case ReportedStatus::below_target:
            return polarity == Polarity::low;
        case ReportedStatus::off_target:
        case ReportedStatus::off_track:
            break;
    }
    return false;
}

}  // namespace ontrack::inline v0::detail
