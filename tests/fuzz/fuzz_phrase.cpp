#include <cstddef>
#include <cstdint>
#include <string_view>

#include <ontrack/base/error.hpp>
#include <ontrack/plan/phrase.hpp>

/// A phrase has readings, or is refused with an `ontrack::Error`.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view phrase(reinterpret_cast<const char*>(data), size);
    const ontrack::Period year(ontrack::Frequency::year, 2016, 0);
    for (const ontrack::PhraseContext& context :
         {ontrack::PhraseContext{},
          ontrack::PhraseContext{.baseline = ontrack::Decimal(40), .baseline_period = year}}) {
        try {
            if (ontrack::parse_target_phrase(phrase, context).empty()) __builtin_trap();
        } catch (const ontrack::Error&) {
            continue;
        }
    }
    return 0;
}
