#include <ontrack/base/version.hpp>

#include "bindings.hpp"

// Safe without Python's global lock: ontrack holds no state of its own and its values never change.
PYBIND11_MODULE(_core, m, pybind11::mod_gil_not_used()) {
    using namespace ontrack::python;
    m.doc() = "ontrack's C++ library, bound to Python. Import `ontrack` instead.";
    m.attr("__version__") = std::string(ontrack::version);
    bind_base(m);
    bind_calendar(m);
    bind_stats(m);
    bind_statements(m);
    bind_plan_values(m);
    bind_report_items(m);
    bind_plan(m);
    bind_outlook(m);
    bind_beside(m);
    bind_chance(m);
    bind_assessment(m);
    bind_contradictions(m);
    bind_report_answers(m);
    bind_risk(m);
    bind_review(m);
    bind_report(m);
}
