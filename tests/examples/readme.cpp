#include <iostream>
#include <noble/noble.hpp>
#include <xtensor/xio.hpp>

int main() {
    using namespace noble;
    const op a = down(2) * conv(taps{1, 2, 1}.origin(1));  // filter, then keep every second sample
    std::cout << a << "   rate " << a.rate() << "\n" << to_text(a.on(6, window::same));
    std::cout << (a.T() == conv(taps{1, 2, 1}.origin(1)) * up(2)) << '\n';  // decided exactly
    const xt::xtensor<double, 1> x{1, 2, 3, 4, 5, 6};
    std::cout << a(x, window::same) << '\n';
}
