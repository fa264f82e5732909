#include "noble/prove_map.hpp"

#include <doctest/doctest.h>

using namespace noble;

TEST_CASE("prove: of two stages and their fused word only the edges differ") {
    const op a = conv(taps{1, 2}.origin(1));
    const op b = conv(taps{3, 1});
    const auto on = [](const op& word) { return word.on(6, window::same, boundary::symmetric); };
    const map_proof p = prove(on(a) * on(b), on(a * b));
    CHECK(p.same_words == true);
    // Output 5 reads y[6]: the staged word has y[5] for it, the fused one 3·x[5] + x[5].
    CHECK(p.rows == std::vector<index_t>{5});
    CHECK(to_string(p).find("the words are equal on endless signals: the boundary and the windows "
                            "alone make the difference") != std::string::npos);
    CHECK(prove(on(a) * on(b), on(a * delay(1) * b)).same_words == false);
    CHECK_FALSE(prove(kron(on(a), on(b)), kron(on(b), on(a))).same_words);
}
