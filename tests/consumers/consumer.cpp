// Writes a word, and fails unless what it calls of the library, templates too, does what it says.
#include <iostream>
#include <noble/noble.hpp>

int main() {
    using namespace noble;
    const op a = down(2) * conv(taps{1, 2, 1});
    const xt::xtensor<double, 1> x{1, 2, 3, 4};
    const bool is_transposed = a.T() == conv(taps{1, 2, 1}).T() * up(2);
    const bool is_evaluated = a(x, window::same)(1) == 8;
    std::cout << a << '\n';
    return is_transposed && is_evaluated ? 0 : 1;
}
