#include "noble/element_type.hpp"

#include <algorithm>

#include "noble/error.hpp"

namespace noble {

element_type element_type_from(std::string_view name) {
    const auto* found = std::ranges::find(element_table, name, &element_entry::name);
    if (found == element_table.end()) {
        throw argument_error("expected float32, float64, complex64 or complex128, not '" +
                             std::string(name) + "'");
    }
    return static_cast<element_type>(found - element_table.begin());
}

}  // namespace noble
