#include <iostream>
#include <noble/noble.hpp>
#include <span>
#include <vector>

int main() {
    using namespace noble;
    const op word = down(2) * conv(taps{1, 2, 1}.origin(1));
    stream<float> s(word, {.boundary = boundary::symmetric});
    std::cout << "latency " << s.latency() << ", tail " << s.tail() << '\n';
    const std::vector<float> x{1, 2, 3, 4, 5, 6, 7};
    const auto show = [](const char* name, std::span<const float> outputs) {
        std::cout << name;
        for (const float y : outputs) std::cout << ' ' << y;
        std::cout << '\n';
    };
    show("four frames:", s(std::span(x).first(4)));  // the outputs that they settle
    show("three more:", s(std::span(x).last(3)));
    show("the end:", s.flush());  // and what the boundary makes of it
}
