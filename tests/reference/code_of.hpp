#pragma once

#include <string>

#include <ontrack/base/error.hpp>

namespace reference {

/// The code of the error that `action` throws; "nothing" when it throws none.
template <class Action>
std::string code_of(Action action) {
    try {
        static_cast<void>(action());
    } catch (const ontrack::Error& error) {
        return error.code();
    }
    return "nothing";
}

/// All that the error prints.
template <class Action>
std::string message_of(Action action) {
    try {
        static_cast<void>(action());
    } catch (const ontrack::Error& error) {
        return error.what();
    }
    return "nothing";
}

}  // namespace reference
