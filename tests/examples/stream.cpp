#include <iostream>
#include <noble/noble.hpp>
#include <vector>

int main() {
    using namespace noble;
    const op word = down(2) * conv(taps{1, 2, 1}.origin(1));
    stream<float> s(word, {.rule = boundary::symmetric});
    std::cout << "latency " << s.latency() << ", tail " << s.tail() << '\n';
    const std::vector<float> x{1, 2, 3, 4, 5, 6, 7};
    const auto show = [](auto outputs) {
        for (const float y : outputs) std::cout << y << ' ';
        std::cout << '\n';
    };
    show(s(std::span(x).first(4)));  // frames of any number, and the outputs that they settle
    show(s(std::span(x).last(3)));
    show(s.flush());  // the end: the right boundary
}
