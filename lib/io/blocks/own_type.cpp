#include "io/blocks/own_type.hpp"

#include "noble/error.hpp"

namespace noble::io {

void require_own_type(const output_request& output, const format_entry& entry) {
    const element_type element = output.signal.element;
    if (!output.type || *output.type == stored_as(element)) return;
    throw argument_error(std::string(entry.name) + " stores the array's own " +
                         std::string(name_of(element)) + ", not " +
                         std::string(name_of(*output.type)));
}

}  // namespace noble::io
