#include "algebra/print/brief.hpp"

#include "algebra/print/printer.hpp"

namespace noble {

std::string brief(const op& word) {
    constexpr index_t most_taps = 8;
    return printer(most_taps).word(word);
}

}  // namespace noble
