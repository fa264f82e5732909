// Filter banks: analysis (filter, decimate), then synthesis (expand, filter), added over channels.
#include <gmpxx.h>

#include "algebra/laws/tables.hpp"

namespace noble::law_tables {
namespace {

// f0 ↑2 ↓2 h0 + f1 ↑2 ↓2 h1
std::string two_channels(const std::string& h0, const std::string& h1, const std::string& f0,
                         const std::string& f1) {
    const std::string middle = " * up(2) * down(2) * ";
    return "conv(" + f0 + ")" + middle + "conv(" + h0 + ") + conv(" + f1 + ")" + middle + "conv(" +
           h1 + ")";
}

std::vector<law> alias() {
    return {
        {.name = "alias-cancellation",
         .says = "With f0(z) = h1(-z) and f1(z) = -h0(-z) the aliases of two channels cancel: "
                 "what remains is a filter, for all taps.",
         .formula = two_channels("a:4", "b:4", "[b0, -b1, b2, -b3]", "[-a0, a1, -a2, a3]") +
                    " == 1/2 * (conv(a) * conv([b0, -b1, b2, -b3]) - "
                    "conv(b) * conv([a0, -a1, a2, -a3]))",
         .source = vaidyanathan_5_1},
        {.name = "qmf",
         .says = "Quadrature mirror filters, h1(z) = h0(-z): what remains is made of the two "
                 "polyphase components, 2 z^-1 e0(z^2) e1(z^2).",
         .formula = two_channels("a", "[a0, -a1, a2, -a3]", "a:4", "[-a0, a1, -a2, a3]") +
                    " == 2 * delay(1) * conv(up(2)(down(2)(a))) * conv(up(2)(down(2, 1)(a)))",
         .source = vaidyanathan_5},
    };
}

std::vector<law> lifting() {
    return {
        {.name = "lifting-predict",
         .says = "A lifting step is undone by subtracting what was added, whatever the filter.",
         .formula = "up(2) * down(2) + up(2, 1) * "
                    "(conv(q:m@i) * down(2) + (down(2, 1) - conv(q) * down(2))) == id",
         .source = "Sweldens 1996, The lifting scheme",
         .ranges = {"m=1..6", "i=-1..3"},
         .example = {{"m", 2}, {"i", 0}}},
        {.name = "lifting-two-steps",
         .says = "Predict, update, undo the update, undo the prediction: perfect reconstruction "
                 "for all taps of both filters.",
         .formula = "(up(2) + up(2, 1) * conv(q:m)) * ((down(2) + conv(h:n) * "
                    "(down(2, 1) - conv(q) * down(2))) - conv(h) * (down(2, 1) - conv(q) * "
                    "down(2))) + up(2, 1) * (down(2, 1) - conv(q) * down(2)) == id",
         .source = "Sweldens 1996, The lifting scheme",
         .ranges = {"m=1..4", "n=1..4"},
         .example = {{"m", 2}, {"n", 2}}},
    };
}

std::vector<law> haar() {
    return {
        {.name = "haar",
         .says = "The Haar bank: sums and differences of pairs reconstruct the signal.",
         .formula =
             "1/2 * (" + two_channels("[1 1]", "[1 -1]", "[1 1]", "[-1 1]") + ") == delay(1)",
         .source = strang_nguyen_4},
        {.name = "haar-orthogonal",
         .says = "The same without delay: the synthesis is the transpose of the analysis.",
         .formula = "1/2 * (corr([1 1]) * up(2) * down(2) * conv([1 1]) + "
                    "corr([1 -1]) * up(2) * down(2) * conv([1 -1])) == id",
         .source = strang_nguyen},
        {.name = "haar-transmultiplexer",
         .says = "Turned inside out, a channel of the Haar bank comes back unharmed.",
         .formula = "1/2 * down(2) * conv([1 1]) * corr([1 1]) * up(2) == id",
         .source = vaidyanathan_5},
        {.name = "haar-crosstalk",
         .says = "And nothing of it reaches the other channel.",
         .formula = "down(2) * conv([1 1]) * corr([1 -1]) * up(2) == 0 * id",
         .source = vaidyanathan_5},
    };
}

std::vector<law> short_wavelets() {
    return {
        {.name = "legall-5-3",
         .says = "LeGall 5/3, the lossless wavelet of JPEG 2000.",
         .formula = "1/16 * (" +
                    two_channels("[-1 2 6 2 -1]", "[1 -2 1]", "[1 2 1]", "[1 2 -6 2 1]") +
                    ") == delay(3)",
         .source = "LeGall and Tabatabai 1988, Sub-band coding of digital images"},
        {.name = "four-four",
         .says = "4/4: another factorisation of the same product filter (-1 0 9 16 9 0 -1).",
         .formula = "1/16 * (" +
                    two_channels("[-1 3 3 -1]", "[1 -3 3 -1]", "[1 3 3 1]", "[1 3 -3 -1]") +
                    ") == delay(3)",
         .source = "LeGall and Tabatabai 1988, Sub-band coding of digital images"},
        {.name = "two-six",
         .says = "2/6: Haar's low-pass, a longer high-pass.",
         .formula = "1/16 * (" +
                    two_channels("[1 1]", "[-1 -1 8 -8 1 1]", "[-1 1 8 8 1 -1]", "[-1 1]") +
                    ") == delay(3)",
         .source = strang_nguyen_4},
    };
}

std::vector<law> long_wavelets() {
    return {
        {.name = "nine-three",
         .says = "9/3: the biorthogonal spline bank of Cohen, Daubechies and Feauveau (2, 4).",
         .formula = "1/256 * (" +
                    two_channels("[3 -6 -16 38 90 38 -16 -6 3]", "[1 -2 1]", "[1 2 1]",
                                 "[-3 -6 16 38 -90 38 16 -6 -3]") +
                    ") == delay(5)",
         .source = "Cohen, Daubechies and Feauveau 1992, Biorthogonal bases of compactly "
                   "supported wavelets"},
        {.name = "nine-seven",
         .says = "A rational 9/7 in place of JPEG 2000's irrational one: interpolating, (4, 2).",
         .formula = "1/1024 * (" +
                    two_channels("[1 0 -8 16 46 16 -8 0 1]", "[1 0 -9 16 -9 0 1]",
                                 "[-1 0 9 16 9 0 -1]", "[1 0 -8 -16 46 -16 -8 0 1]") +
                    ") == delay(7)",
         .source = "Calderbank, Daubechies, Sweldens and Yeo 1998, Wavelet transforms that map "
                   "integers to integers"},
    };
}

std::vector<law> many_channels() {
    return {
        {.name = "delay-chain",
         .says = "The simplest k-channel bank: a delay chain, samplers, and the chain reversed.",
         .formula = "sum(p=0..k-1, delay(k-1-p) * up(k) * down(k) * delay(p)) == delay(k-1)",
         .source = vaidyanathan_5,
         .ranges = {"k=1..12"},
         .example = {{"k", 3}}},
        {.name = "delay-chain-steps",
         .says = "A chain of delays by s visits every phase exactly if s and k are coprime.",
         .formula = "sum(p=0..k-1, delay(s*(k-1-p)) * up(k) * down(k) * delay(s*p)) == "
                    "delay(s*(k-1))",
         .source = vaidyanathan,
         .ranges = {"k=1..8", "s=1..8"},
         .condition = law_condition{"gcd(k,s) == 1", {{"k", 2}, {"s", 2}}},
         .example = {{"k", 3}, {"s", 2}}},
        {.name = "hadamard-4",
         .says = "Four channels with the rows of a Hadamard matrix as filters.",
         .formula = "1/4 * (corr([1 1 1 1]) * up(4) * down(4) * conv([1 1 1 1]) + "
                    "corr([1 -1 1 -1]) * up(4) * down(4) * conv([1 -1 1 -1]) + "
                    "corr([1 1 -1 -1]) * up(4) * down(4) * conv([1 1 -1 -1]) + "
                    "corr([1 -1 -1 1]) * up(4) * down(4) * conv([1 -1 -1 1])) == id",
         .source = vaidyanathan},
    };
}

}  // namespace

law_group filter_banks() {
    return group_of("Filter banks", {alias(), lifting(), haar(), short_wavelets(), long_wavelets(),
                                     many_channels()});
}

}  // namespace noble::law_tables
