#include <iostream>
#include <noble/noble.hpp>

int main() { std::cout << noble::down(2) * noble::conv(noble::taps{1, 2, 1}) << '\n'; }
